import CmdletKit
import Values

/// Methods of .NET types that take a delegate, called with a script block in its place: List.FindAll, Regex.Replace with an
/// evaluator.
enum DelegateMethods {
    /// Calls an instance method with a script block in place of its delegate.
    /// - Returns: nil where no argument is a script block, or the receiver has no such method.
    /// - Throws: what the script block throws.
    static func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        guard let place = arguments.firstIndex(where: { $0.asObject(ScriptBlock.self) != nil }),
            let block = arguments[place].asObject(ScriptBlock.self)
        else { return nil }
        if let node = receiver.asObject(AstObject.self), place == 0 { return try onTree(node, name, arguments, block, frame) }
        if let list = receiver.asObject(ListObject.self), place == 0 { return try onList(list, name, block, frame) }
        if let regex = receiver.asObject(RegexObject.self), place == 1, name.equalsIgnoringCase("Replace") {
            return .string(try replaced(arguments[0].displayText, regex.regex, block, frame))
        }
        return nil
    }

    /// `[regex]::Replace($text, $pattern, { … })` and `[array]::FindAll($array, { … })`.
    static func invokeStatic(_ type: ObjectType, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        guard let place = arguments.firstIndex(where: { $0.asObject(ScriptBlock.self) != nil }),
            let block = arguments[place].asObject(ScriptBlock.self)
        else { return nil }
        if type.name == "System.Text.RegularExpressions.Regex", name.equalsIgnoringCase("Replace"), place == 2 {
            let options = arguments.count > 3 ? [arguments[1], arguments[3]] : [arguments[1]]
            guard let regex = try type.construct?(Arguments(options)).asObject(RegexObject.self)?.regex else { return nil }
            return .string(try replaced(arguments[0].displayText, regex, block, frame))
        }
        if type === ObjectType.array, place == 1 {
            let list = ListObject(arguments[0].enumeratedOrSelf)
            if name.equalsIgnoringCase("ForEach") {
                for element in list.elements { _ = try call(block, [element], frame) }
                return .nothing
            }
            guard let result = try onList(list, name, block, frame) else { return nil }
            return result.asObject(ListObject.self).map { .array($0.elements) } ?? result
        }
        return nil
    }

    /// `$ast.FindAll({ … }, $true)`.
    private static func onTree(
        _ node: AstObject, _ name: String, _ arguments: [Value], _ block: ScriptBlock, _ frame: Frame
    ) throws -> Value? {
        let entersBlocks = arguments.count > 1 && Conversion.bool(arguments[1])
        let findsAll = name.equalsIgnoringCase("FindAll")
        guard findsAll || name.equalsIgnoringCase("Find") else { return nil }
        var found: [Value] = []
        try node.search(entersBlocks: entersBlocks) { candidate in
            if Conversion.bool(try call(block, [.object(candidate)], frame)) { found.append(.object(candidate)) }
            return findsAll || found.isEmpty
        }
        return findsAll ? .array(found) : found.first ?? .null
    }

    private static func call(_ block: ScriptBlock, _ arguments: [Value], _ frame: Frame) throws -> Value {
        .collapsing(try frame.engine.invoke(block, arguments: arguments, current: arguments.first, in: frame))
    }

    private static func replaced(_ text: String, _ regex: RegularExpression, _ block: ScriptBlock, _ frame: Frame) throws -> String
    {
        let bytes = Array(text.utf8)
        return try RegexReplacement.replace(bytes, regex) { match, result in
            result += Array(try call(block, [.object(MatchObject(match, regex, bytes))], frame).displayText.utf8)
        }
    }

    private static func onList(_ list: ListObject, _ name: String, _ block: ScriptBlock, _ frame: Frame) throws -> Value? {
        let test = { (element: Value) in Conversion.bool(try call(block, [element], frame)) }
        switch name.lowercased() {
        case "findall": return .object(ListObject(try list.elements.filter(test), type: list.type))
        case "find": return try list.elements.first(where: test) ?? .null
        case "findlast": return try list.elements.last(where: test) ?? .null
        case "findindex": return Value.integer(try list.elements.firstIndex(where: test) ?? -1)
        case "findlastindex": return Value.integer(try list.elements.lastIndex(where: test) ?? -1)
        case "exists": return .bool(try list.elements.contains(where: test))
        case "trueforall": return .bool(try list.elements.allSatisfy(test))
        case "removeall":
            let before = list.elements.count
            list.elements = try list.elements.filter { try !test($0) }
            return Value.integer(before - list.elements.count)
        case "convertall": return .array(try list.elements.map { try call(block, [$0], frame) })
        case "sort":
            list.elements = try list.elements.sorted { try Conversion.int32(call(block, [$0, $1], frame)) < 0 }
            return .nothing
        default: return nil
        }
    }
}
