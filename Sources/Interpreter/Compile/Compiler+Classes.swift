import CmdletKit
import Syntax
import Values

extension Compiler {
    /// The statements of a block with its classes and enumerations first, base classes before derived ones: a script may use a type
    /// above its definition.
    func hoisted(_ statements: [Statement]) -> [Statement] {
        let isType = { (statement: Statement) in
            switch statement {
            case .class, .enum: true
            default: false
            }
        }
        guard statements.contains(where: isType) else { return statements }
        var waiting = statements.compactMap { statement -> ClassDefinition? in
            if case .class(let node) = statement { node } else { nil }
        }
        var ordered: [Statement] = statements.filter { if case .enum = $0 { true } else { false } }
        while !waiting.isEmpty {
            let names = Set(waiting.map { $0.name.lowercased() })
            let ready = waiting.filter { node in !node.baseTypes.contains { names.contains($0.name.lowercased()) } }
            // Classes that derive from each other in a circle stay in their order; the definition of the first one reports its
            // unknown base.
            let next = ready.isEmpty ? waiting : ready
            ordered += next.map { .class($0) }
            waiting.removeAll { node in next.contains { $0.name.equalsIgnoringCase(node.name) } }
        }
        return ordered + statements.filter { !isType($0) }
    }

    /// Defines a class in the current scope when the statement runs.
    func classDefinition(_ node: ClassDefinition) -> Execute {
        let compiler = self
        return guarded(node.span) { frame in
            let bases = try node.baseTypes.map { syntax -> ObjectType in
                if let found = try frame.engine.findType(syntax, in: frame, file: compiler.file) { return found }
                if let interface = Interfaces.find(syntax) { return interface }
                throw ValueError("Unable to find type [\(TypeNames.text(syntax))].", id: "TypeNotFound", category: "ParserError")
            }
            let made = try ScriptClass(node, bases: bases, in: frame, compiler)
            frame.engine.define(made.type, in: frame.scope, file: compiler.file)
            return .normal
        }
    }

    /// Defines an enumeration in the current scope when the statement runs. Values without an initializer continue from the one
    /// before: by one, or doubled under `[Flags()]`.
    func enumDefinition(_ node: EnumDefinition) -> Execute {
        let members = node.members.map { (name: $0.name, value: $0.value.map { expression($0) }) }
        let isFlags = node.attributes.contains { $0.name.name.lowercased().hasPrefix("flags") }
        let file = file
        let underlying = node.underlyingType.flatMap { TypeNames.find($0, in: Self.knownTypes) }
        return guarded(node.span) { frame in
            var next: Int64 = isFlags ? 1 : 0
            var cases: [(name: String, rawValue: Int64)] = []
            for member in members {
                if let value = member.value {
                    let written = try value(frame)
                    let named = written.text.flatMap { name in cases.first { $0.name.equalsIgnoringCase(name) }?.rawValue }
                    next = try named ?? Conversion.integer(written)
                }
                cases.append((member.name, next))
                if isFlags {
                    let (doubled, overflow) = next.multipliedReportingOverflow(by: 2)
                    next = overflow ? next : max(1, doubled)
                } else {
                    next &+= 1
                }
            }
            let type = ObjectType.enumeration(node.name, Enumeration(cases, isFlags: isFlags, underlying: underlying))
            frame.engine.define(type, in: frame.scope, file: file)
            return .normal
        }
    }
}

/// .NET interfaces that a class of a script can name as a base. They declare no members, so that the class is not checked to
/// implement any.
enum Interfaces {
    private static let names = [
        "System.IComparable", "System.IFormattable", "System.IDisposable", "System.ICloneable", "System.IEquatable",
        "System.IConvertible",
        "System.Collections.IEnumerable", "System.Collections.IEnumerator", "System.Collections.IComparer",
        "System.Collections.IEqualityComparer", "System.Collections.Generic.IComparer", "System.Collections.Generic.IEnumerable",
        "System.Collections.Generic.IEnumerator", "System.Collections.Generic.IEqualityComparer",
        "System.Management.Automation.IArgumentCompleter", "System.Management.Automation.IValidateSetValuesGenerator",
        "System.Management.Automation.IModuleAssemblyInitializer", "System.IObserver", "System.IObservable",
    ]

    static func find(_ syntax: TypeSyntax) -> ObjectType? {
        let wanted = syntax.name.lowercased()
        guard let name = names.first(where: { $0.lowercased() == wanted || $0.lowercased().hasSuffix("." + wanted) }) else {
            return nil
        }
        return ObjectType(name, isInterface: true)
    }
}
