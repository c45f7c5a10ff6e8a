import CmdletKit
import Containers
import Sessions
import Testing
import Values

@testable import ContainerCmdlets

/// The .NET names that the container cmdlets show: whatever a script reads, it can name.
@Suite struct TypeTests {
    private static let table: TypeTable = {
        var table = TypeTable()
        table.add(later: { ContainerTypes.all.map { ($0, []) } })
        return table
    }()

    private static func known(_ name: String) -> Bool {
        ["System.Object", "switch"].contains(name) || table.find(name) != nil || ExceptionTypes.all.contains { $0.name == name }
    }

    @Test func everyOutputHasAType() {
        for signature in (ContainerModule.cmdlets + SessionModule.cmdlets).map(\.signature) {
            for output in signature.outputs { #expect(Self.known(output), "\(signature.name): \(output)") }
        }
    }

    @Test func everyMembersTypeIsKnown() {
        for type in ContainerTypes.all {
            for member in type.members {
                if case .property(let name, _, _) = member.kind {
                    #expect(Self.known(name), "\(type.name).\(member.name): \(name)")
                }
            }
        }
    }

    @Test func everyParametersTypeIsKnown() {
        for signature in ContainerModule.cmdlets.map(\.signature) {
            for parameter in signature.parameters {
                let name = parameter.declaredType?()?.name ?? parameter.typeName
                #expect(Self.known(name), "\(signature.name) -\(parameter.name): \(name)")
            }
        }
    }

    @Test func everyErrorsExceptionIsAType() {
        #expect(Self.known(ContainerError("ContainerNotFound", "x").record.exception.typeName))
    }
}
