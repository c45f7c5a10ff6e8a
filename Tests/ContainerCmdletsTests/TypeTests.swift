import CmdletKit
import Containers
import Sessions
import Testing
import Values

@testable import ContainerCmdlets

/// The .NET names that the container cmdlets show: whatever a script reads, it can name.
@Suite struct TypeTests {
    /// The types that this target's files register.
    private static let own = TypeRegistry.all.filter { $0.name.hasPrefix("Microsoft.") }.map(\.type)

    private static func known(_ name: String) -> Bool { TypeTable.builtin.find(name) != nil }

    @Test func everyOutputHasAType() {
        for signature in (ContainerModule.cmdlets + SessionModule.cmdlets).map(\.signature) {
            for output in signature.outputs { #expect(Self.known(output), "\(signature.name): \(output)") }
        }
    }

    @Test func everyMembersTypeIsKnown() {
        #expect(Self.own.count > 8)
        for type in Self.own {
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
