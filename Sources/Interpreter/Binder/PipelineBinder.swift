import CmdletKit
import Values

/// Binds each pipeline object to the parameters that take pipeline input: by value where its type fits, else by property name, else
/// by value with conversion (about_Parameters).
struct PipelineBinder {
    let signature: CommandSignature
    let bound: Bound
    /// Indices of the parameters with ValueFromPipeline, and of those with ValueFromPipelineByPropertyName.
    private let whole: [Int]
    private let named: [Int]
    private let kinds: [Int: Kind]

    init(signature: CommandSignature, bound: Bound) {
        self.signature = signature
        self.bound = bound
        func takes(_ place: Int, _ binding: PipelineBinding) -> Bool {
            let parameter = signature.parameters[place]
            let part = bound.sets.lazy.compactMap { parameter.membership(in: $0) }.first { !$0.pipeline.isEmpty }
            return part?.pipeline.contains(binding) == true
        }
        whole = bound.pipeline.filter { takes($0, .byValue) }
        named = bound.pipeline.filter { takes($0, .byPropertyName) }
        kinds = Dictionary(uniqueKeysWithValues: Set(whole).map { ($0, Kind(signature.parameters[$0].typeName)) })
    }

    /// The parameter that takes every object as it is, without conversion, validation or other parameters to bind; nil where there
    /// is none.
    var direct: Int? {
        guard bound.delayed.isEmpty, let first = whole.first, case .any? = kinds[first] else { return nil }
        let parameter = signature.parameters[first]
        guard !parameter.isCollection, !parameter.memberships.contains(where: \.isMandatory) else { return nil }
        return parameter.validations.isEmpty ? first : nil
    }

    /// Binds an object, and evaluates the delay-bind script blocks for it.
    /// - Returns: the values by parameter; empty where the object binds to none.
    /// - Throws: what a delay-bind script block throws.
    func bind(_ object: Value, in frame: Frame) throws -> [(parameter: Int, value: Value)] {
        let direct = bind(object)
        guard !bound.delayed.isEmpty else { return direct }
        return try direct
            + bound.delayed.map { entry in
                (entry.parameter, .collapsing(try frame.engine.invokeInline(entry.block, current: object, in: frame)))
            }
    }

    private func bind(_ object: Value) -> [(parameter: Int, value: Value)] {
        if let place = whole.first(where: { fits(object, kinds[$0] ?? .any) }) { return [(place, object)] }
        var values: [(parameter: Int, value: Value)] = []
        for place in named {
            let parameter = signature.parameters[place]
            let names = [parameter.name] + parameter.aliases
            if let value = names.lazy.compactMap({ property(object, $0) }).first, !value.isNull { values.append((place, value)) }
        }
        if !values.isEmpty { return restricted(values) }
        if let place = whole.first { return [(place, object)] }
        return []
    }

    /// Keeps the parameters of one set, where the object has properties for several sets: of the first possible set that has any of
    /// them.
    private func restricted(_ values: [(parameter: Int, value: Value)]) -> [(parameter: Int, value: Value)] {
        guard
            let set = bound.sets.first(where: { set in
                values.contains { signature.parameters[$0.parameter].membership(in: set) != nil }
            })
        else { return values }
        return values.filter { signature.parameters[$0.parameter].membership(in: set) != nil }
    }

    private func property(_ object: Value, _ name: String) -> Value? {
        // Length is the only property of a string without added members.
        if case .string(let text) = object, text.attached == nil {
            return name.equalsIgnoringCase("Length") ? .int(Int32(clamping: text.value.utf16.count)) : nil
        }
        return isScalar(object) ? nil : object.property(name)
    }

    private func isScalar(_ object: Value) -> Bool {
        switch object {
        case .object(let reference): reference.type.isValueType
        case .string(let text): text.attached == nil
        default: true
        }
    }

    /// The parameter types that are tested without comparing type names.
    private enum Kind {
        case any, string, int, long, double, guid
        case other(String)

        init(_ typeName: String) {
            let lower = typeName.lowercased()
            let wanted = lower.hasSuffix("[]") ? String(lower.dropLast(2)) : lower
            switch wanted {
            case "object", "psobject", "system.object": self = .any
            case "string": self = .string
            case "int", "int32": self = .int
            case "long", "int64": self = .long
            case "double": self = .double
            case "guid": self = .guid
            default: self = .other(wanted)
            }
        }
    }

    /// Whether an object is of the parameter's type without conversion.
    private func fits(_ object: Value, _ kind: Kind) -> Bool {
        switch kind {
        case .any: return true
        case .string: return object.text != nil
        case .int: if case .int = object { return true } else { return false }
        case .long: if case .long = object { return true } else { return false }
        case .double: if case .double = object { return true } else { return false }
        case .guid: return object.typeName == "System.Guid"
        case .other(let wanted):
            return object.typeNames.contains { name in
                let lower = name.lowercased()
                return lower == wanted || lower.hasSuffix("." + wanted)
            }
        }
    }
}
