import CmdletKit
import Values

/// The methods that PowerShell gives every collection: ForEach and Where (about_Intrinsic_Members).
enum CollectionMethods {
    /// The type that PowerShell's `Where()` and `ForEach()` return.
    private static let resultType = GenericTypes.find("System.Collections.ObjectModel.Collection", [.psObject])

    private static func collection(_ elements: [Value]) -> Value {
        resultType.map { .object(ListObject(elements, type: $0)) } ?? .array(elements)
    }

    /// Runs `ForEach` or `Where` over the elements of a value; a value that is no collection counts as its only element.
    /// - Returns: nil for other methods, without arguments, and for `Where` without a script block.
    /// - Throws: what the block throws; `ValueError` for a value that cannot be converted, a missing member, or an unknown mode of
    ///   `Where`.
    static func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        let lower = name.lowercased()
        guard lower == "foreach" || lower == "where", let first = arguments.first else { return nil }
        // List[T] declares a ForEach of its own; PowerShell's ForEach is called instead, as it is here.
        let elements = receiver.enumerated ?? [receiver]
        try frame.engine.descend()
        defer { frame.engine.ascend() }
        if lower == "foreach" { return collection(try forEach(elements, first, Array(arguments.dropFirst()), frame)) }
        guard let block = first.asObject(ScriptBlock.self) else { return nil }
        return try filtered(elements, block, arguments, frame)
    }

    private static func forEach(_ elements: [Value], _ first: Value, _ rest: [Value], _ frame: Frame) throws -> [Value] {
        if let block = first.asObject(ScriptBlock.self) {
            let collector = Collector()
            let runner = try InlineBlock(block, in: frame, output: collector, arguments: rest)
            for element in elements where try !runner.run(element) { break }
            return collector.values
        }
        if let type = first.asObject(TypeObject.self)?.represented {
            return try elements.map { try frame.engine.convert($0, to: type) }
        }
        let name = first.displayText
        return try elements.flatMap { element -> [Value] in
            if element.type.member(name)?.isMethod == true {
                return [try MethodInvoker.invoke(element, name, rest, frame)]
            }
            if let value = rest.first {
                try MemberAccessor.set(element, name, to: value, frame)
                return []
            }
            let value = try MemberAccessor.value(element, name, frame)
            return value.enumerated ?? [value]
        }
    }

    private static func filtered(_ elements: [Value], _ block: ScriptBlock, _ arguments: [Value], _ frame: Frame) throws -> Value {
        let mode = arguments.count > 1 ? try self.mode(arguments[1]) : "default"
        let limit = arguments.count > 2 ? Int(try Conversion.int32(arguments[2])) : 0
        let collector = Collector()
        let runner = try InlineBlock(block, in: frame, output: collector)
        let matches = { (element: Value) throws -> Bool in
            collector.values = []
            _ = try runner.run(element)
            return Conversion.bool(.collapsing(collector.values))
        }
        switch mode {
        case "first":
            var found: [Value] = []
            for element in elements where found.count < max(1, limit) { if try matches(element) { found.append(element) } }
            return collection(found)
        case "last": return collection(Array(try elements.filter(matches).suffix(max(1, limit))))
        case "split":
            var halves: ([Value], [Value]) = ([], [])
            for element in elements {
                if limit == 0 || halves.0.count < limit, try matches(element) {
                    halves.0.append(element)
                } else {
                    halves.1.append(element)
                }
            }
            return collection([collection(halves.0), collection(halves.1)])
        case "until":
            let found = try elements.prefix { try !matches($0) }
            return collection(Array(limit > 0 ? found.prefix(limit) : found))
        case "skipuntil":
            let found = try elements.drop { try !matches($0) }
            return collection(Array(limit > 0 ? found.prefix(limit) : found))
        default:
            var found: [Value] = []
            for element in elements where limit == 0 || found.count < limit { if try matches(element) { found.append(element) } }
            return collection(found)
        }
    }

    private static func mode(_ value: Value) throws -> String {
        let names = ["default", "first", "last", "skipuntil", "until", "split"]
        if let number = try? Conversion.int32(value), names.indices.contains(Int(number)) { return names[Int(number)] }
        guard names.contains(value.displayText.lowercased()) else {
            throw ValueError(
                "Cannot convert value \"\(value.displayText)\" to type \"System.Management.Automation.WhereOperatorSelectionMode\". Specify one of: Default, First, Last, SkipUntil, Until, Split.",
                id: "InvalidCastFromStringToEnumeration", exception: "System.Management.Automation.PSInvalidCastException",
                category: "InvalidArgument")
        }
        return value.displayText.lowercased()
    }
}
