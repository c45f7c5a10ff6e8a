import ContainerCmdlets
import EngineTestSupport
import Interpreter
import Testing
import Values

/// Each member that a .NET type declares is used in a step of the type's transcript, or in one that names the type. Of a type that scripts
/// reach by reflection alone (what every cmdlet takes beside its own parameters), a step of its transcript that lists the members is enough.
@Suite struct MemberCoverageTests {
    /// A type with the names by which scripts name it.
    private struct NamedType {
        var type: ObjectType
        /// The full name, without arguments: the name of its transcript.
        var name: String
        var names: Set<String>
    }

    private static func types() -> [NamedType] {
        let table = TestSession().engine.types
        var found: [String: NamedType] = [:]
        for name in table.names {
            var type = table.find(name)
            let isGeneric = type == nil
            var arity = 1
            while type == nil, arity <= 8 {
                type = table.generic(name, Array(repeating: .object, count: arity))
                arity += 1
            }
            guard let type else { continue }
            let full = isGeneric ? name : type.name
            found[full, default: NamedType(type: type, name: full, names: [full.lowercased()])].names.insert(name.lowercased())
        }
        for (full, var type) in found {
            for name in type.names where name.hasPrefix("system.") { type.names.insert(String(name.dropFirst(7))) }
            found[full] = type
        }
        return found.values.sorted { $0.name < $1.name }
    }

    /// The members that steps use (`.Name`, `::Name`), in lower case, with the steps that use each.
    private static let uses: [Substring: [Int]] = {
        var uses: [Substring: [Int]] = [:]
        for (place, step) in ScriptTexts.steps.enumerated() {
            var members: Set<Substring> = []
            for part in step.text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == ":" }).dropFirst() {
                let quoted = part.first == "'" || part.first == "\"" ? part.dropFirst() : part
                let member = quoted.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if !member.isEmpty { members.insert(member) }
            }
            for member in members { uses[member, default: []].append(place) }
        }
        return uses
    }()

    private static func isNamed(_ type: NamedType, in step: ScriptText) -> Bool {
        type.names.contains { name in
            ["[\(name)]", "[\(name)[", "new-object \(name)", "-typename \(name)"].contains { step.text.contains($0) }
        }
    }

    @Test func `each member of each type is used`() throws {
        let types = Self.types()
        #expect(types.count > 300)
        var missing: [String] = []
        for type in types {
            let file = type.name.lowercased()
            let listed = Set(
                ScriptTexts.steps.filter { $0.transcript == file && $0.text.contains(".getproperties()") }
                    .flatMap { $0.output.split(separator: "\n") })
            func isUsed(_ member: Member) -> Bool {
                (Self.uses[Substring(member.name.lowercased())] ?? []).contains { place in
                    let step = ScriptTexts.steps[place]
                    return step.transcript == file || Self.isNamed(type, in: step)
                } || listed.contains(Substring(member.name.lowercased()))
            }
            // Operators are used as operators.
            func isCounted(_ member: Member) -> Bool { member.name != ".ctor" && !member.name.hasPrefix("op_") }
            missing += type.type.members.filter { isCounted($0) && !isUsed($0) }.map { "\(type.name).\($0.name)" }
            missing += type.type.statics.filter { isCounted($0) && !isUsed($0) }.map { "\(type.name)::\($0.name)" }
        }
        let advice = "Use the member in a step of Sources/<Target>/Tests/<full name of the type>.transcript."
        #expect(missing.isEmpty, "\(advice)\n\(Set(missing).sorted().joined(separator: "\n"))")
    }
}
