import CmdletKit
import Values

/// Binds one pipeline object to the parameters that take pipeline input: whole where the type fits, by property name, then whole with
/// conversion (about_Parameters).
struct PipelineBinder {
    let signature: CommandSignature
    let bound: Bound

    /// - Returns: what the object binds to, with the values that delayed blocks give for it; empty where it binds to nothing.
    func bind(_ object: Value, in frame: Frame) throws -> [(parameter: Int, value: Value)] {
        let direct = bind(object)
        guard !bound.delayed.isEmpty else { return direct }
        return try direct
            + bound.delayed.map { entry in
                (entry.parameter, .collapsing(try frame.engine.invokeInline(entry.block, current: object, in: frame)))
            }
    }

    private func bind(_ object: Value) -> [(parameter: Int, value: Value)] {
        let whole = bound.pipeline.filter { part($0)?.pipeline.contains(.byValue) == true }
        if let place = whole.first(where: { fits(object, signature.parameters[$0].typeName) }) { return [(place, object)] }
        var values: [(parameter: Int, value: Value)] = []
        for place in bound.pipeline where part(place)?.pipeline.contains(.byPropertyName) == true {
            let parameter = signature.parameters[place]
            guard !isScalar(object) else { continue }
            if let value = ([parameter.name] + parameter.aliases).lazy.compactMap({ object.property($0) }).first, !value.isNull {
                values.append((place, value))
            }
        }
        if !values.isEmpty { return restricted(values) }
        if let place = whole.first { return [(place, object)] }
        return []
    }

    /// Property names may fit parameters of several sets: those of the first bound one's sets count.
    private func restricted(_ values: [(parameter: Int, value: Value)]) -> [(parameter: Int, value: Value)] {
        guard
            let set = bound.sets.first(where: { set in
                values.contains { signature.parameters[$0.parameter].membership(in: set) != nil }
            })
        else { return values }
        return values.filter { signature.parameters[$0.parameter].membership(in: set) != nil }
    }

    private func part(_ place: Int) -> ParameterInfo.Membership? {
        let parameter = signature.parameters[place]
        return bound.sets.lazy.compactMap { parameter.membership(in: $0) }.first { !$0.pipeline.isEmpty }
    }

    private func isScalar(_ object: Value) -> Bool {
        switch object {
        case .object(let reference): reference.type.isValueType
        case .string(let text): text.attached == nil
        default: true
        }
    }

    /// Whether an object is of a parameter's type as it stands.
    private func fits(_ object: Value, _ typeName: String) -> Bool {
        let wanted = typeName.lowercased().hasSuffix("[]") ? String(typeName.lowercased().dropLast(2)) : typeName.lowercased()
        switch wanted {
        case "object", "psobject", "system.object": return true
        case "string": return object.text != nil
        case "int", "int32": if case .int = object { return true } else { return false }
        case "long", "int64": if case .long = object { return true } else { return false }
        case "double": if case .double = object { return true } else { return false }
        case "guid": return object.typeName == "System.Guid"
        default:
            return object.typeNames.contains { name in
                let lower = name.lowercased()
                return lower == wanted || lower.hasSuffix("." + wanted)
            }
        }
    }
}
