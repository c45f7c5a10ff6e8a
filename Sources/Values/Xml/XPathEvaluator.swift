/// Evaluates XPath over nodes.
struct XPathEvaluator {
    enum Result {
        case nodes([XMLNode])
        case text(String)
        case number(Double)
        case bool(Bool)
    }

    struct Context {
        var node: XMLNode
        var position: Int
        var size: Int
    }

    let namespaces: [String: String]
    private static let deepest = 256

    func evaluate(_ expression: XPath.Expression, _ context: Context, _ depth: Int) throws -> Result {
        guard depth < Self.deepest else { throw XPath.error("The XPath expression is nested too deeply.") }
        switch expression {
        case .literal(let text): return .text(text)
        case .number(let number): return .number(number)
        case .negate(let inner): return .number(-number(try evaluate(inner, context, depth + 1)))
        case .call(let name, let arguments):
            return try call(name, try arguments.map { try evaluate($0, context, depth + 1) }, context)
        case .binary(let sign, let left, let right): return try binary(sign, left, right, context, depth)
        case .filter(let inner, let predicates):
            var nodes = try self.nodes(try evaluate(inner, context, depth + 1))
            for predicate in predicates { nodes = try filter(nodes, predicate, depth) }
            return .nodes(nodes)
        case .path(let absolute, let start, let steps):
            var nodes = [absolute ? context.node.root : context.node]
            if let start { nodes = try self.nodes(try evaluate(start, context, depth + 1)) }
            for step in steps { nodes = try follow(step, from: nodes, depth) }
            return .nodes(nodes)
        }
    }

    // MARK: Steps

    private func follow(_ step: XPath.Step, from nodes: [XMLNode], _ depth: Int) throws -> [XMLNode] {
        var found: [XMLNode] = []
        var seen: Set<ObjectIdentifier> = []
        for node in nodes {
            var reached = try Self.reach(step.axis, from: node).filter { try fits($0, step) }
            for predicate in step.predicates { reached = try filter(reached, predicate, depth) }
            for node in step.axis.isReverse ? reached.reversed() : reached where seen.insert(ObjectIdentifier(node)).inserted {
                found.append(node)
            }
        }
        return found
    }

    private static func reach(_ axis: XPath.Axis, from node: XMLNode) -> [XMLNode] {
        func ancestors(_ node: XMLNode) -> [XMLNode] {
            var all: [XMLNode] = []
            var above = node.parent
            while let here = above {
                all.append(here)
                above = here.parent
            }
            return all
        }
        func siblings(_ node: XMLNode, after: Bool) -> [XMLNode] {
            guard node.kind != .attribute, let all = node.parent?.children, let place = all.firstIndex(where: { $0 === node })
            else { return [] }
            return after ? Array(all[(place + 1)...]) : all[..<place].reversed()
        }
        switch axis {
        case .self: return [node]
        case .child: return node.children
        case .attribute: return node.attributes.filter { $0.name != "xmlns" && !$0.name.hasPrefix("xmlns:") }
        case .parent: return node.parent.map { [$0] } ?? []
        case .descendant: return node.descendants { _ in true }
        case .descendantOrSelf: return [node] + node.descendants { _ in true }
        case .ancestor: return ancestors(node)
        case .ancestorOrSelf: return [node] + ancestors(node)
        case .followingSibling: return siblings(node, after: true)
        case .precedingSibling: return siblings(node, after: false)
        case .following:
            return ([node] + ancestors(node)).flatMap { siblings($0, after: true).flatMap { [$0] + $0.descendants { _ in true } } }
        case .preceding:
            return ([node] + ancestors(node)).flatMap {
                siblings($0, after: false).flatMap { ([$0] + $0.descendants { _ in true }).reversed() }
            }
        }
    }

    private func fits(_ node: XMLNode, _ step: XPath.Step) throws -> Bool {
        switch step.test {
        case .node: return true
        case .text: return node.kind.isText
        case .comment: return node.kind == .comment
        case .instruction: return node.kind == .instruction
        case .any: return node.kind == (step.axis == .attribute ? .attribute : .element)
        case .name(let prefix, let local):
            guard node.kind == (step.axis == .attribute ? .attribute : .element) else { return false }
            guard local == "*" || node.localName == local else { return false }
            if prefix.isEmpty { return node.namespaceURI.isEmpty }
            guard let wanted = namespaces[prefix] else {
                throw XPath.error(
                    "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
            }
            return node.namespaceURI == wanted
        }
    }

    private func filter(_ nodes: [XMLNode], _ predicate: XPath.Expression, _ depth: Int) throws -> [XMLNode] {
        var kept: [XMLNode] = []
        for (place, node) in nodes.enumerated() {
            let result = try evaluate(predicate, Context(node: node, position: place + 1, size: nodes.count), depth + 1)
            if case .number(let wanted) = result {
                if wanted == Double(place + 1) { kept.append(node) }
            } else if bool(result) {
                kept.append(node)
            }
        }
        return kept
    }

    // MARK: Values

    private func nodes(_ result: Result) throws -> [XMLNode] {
        guard case .nodes(let nodes) = result else { throw XPath.error("Expression must evaluate to a node-set.") }
        return nodes
    }

    private func text(_ result: Result) -> String {
        switch result {
        case .nodes(let nodes): nodes.first?.innerText ?? ""
        case .text(let text): text
        case .number(let number): Value.double(number).displayText
        case .bool(let flag): flag ? "true" : "false"
        }
    }

    private func number(_ result: Result) -> Double {
        switch result {
        case .number(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: Double(text(result).trimmingSpaces()) ?? .nan
        }
    }

    private func bool(_ result: Result) -> Bool {
        switch result {
        case .nodes(let nodes): !nodes.isEmpty
        case .text(let text): !text.isEmpty
        case .number(let number): number != 0 && !number.isNaN
        case .bool(let flag): flag
        }
    }

    private func binary(
        _ sign: String, _ leftSide: XPath.Expression, _ rightSide: XPath.Expression, _ context: Context, _ depth: Int
    ) throws -> Result {
        let left = try evaluate(leftSide, context, depth + 1)
        switch sign {
        case "or": return .bool(try bool(left) || bool(evaluate(rightSide, context, depth + 1)))
        case "and": return .bool(try bool(left) && bool(evaluate(rightSide, context, depth + 1)))
        default: break
        }
        let right = try evaluate(rightSide, context, depth + 1)
        switch sign {
        case "|":
            let both = Set(try (nodes(left) + nodes(right)).map { ObjectIdentifier($0) })
            let root = context.node.root
            return .nodes(
                ([root] + root.descendants { _ in true }).flatMap { [$0] + $0.attributes }.filter {
                    both.contains(ObjectIdentifier($0))
                })
        case "+": return .number(number(left) + number(right))
        case "-": return .number(number(left) - number(right))
        case "*": return .number(number(left) * number(right))
        case "div": return .number(number(left) / number(right))
        case "mod": return .number(number(left).truncatingRemainder(dividingBy: number(right)))
        default: return .bool(compare(left, right, sign))
        }
    }

    /// Compares two values. A comparison with a node set is true if it is true for at least one of its nodes (XPath 1.0, 3.4).
    private func compare(_ left: Result, _ right: Result, _ sign: String) -> Bool {
        if case .nodes(let nodes) = left {
            if case .bool = right { return compare(.bool(!nodes.isEmpty), right, sign) }
            return nodes.contains { compare(.text($0.innerText), right, sign) }
        }
        if case .nodes(let nodes) = right {
            if case .bool = left { return compare(left, .bool(!nodes.isEmpty), sign) }
            return nodes.contains { compare(left, .text($0.innerText), sign) }
        }
        switch sign {
        case "=", "!=":
            let same: Bool
            switch (left, right) {
            case (.bool, _), (_, .bool): same = bool(left) == bool(right)
            case (.number, _), (_, .number): same = number(left) == number(right)
            default: same = text(left) == text(right)
            }
            return same == (sign == "=")
        case "<": return number(left) < number(right)
        case "<=": return number(left) <= number(right)
        case ">": return number(left) > number(right)
        default: return number(left) >= number(right)
        }
    }

    // MARK: Functions

    private func call(_ name: String, _ arguments: [Result], _ context: Context) throws -> Result {
        func argument(_ place: Int) throws -> Result {
            guard arguments.indices.contains(place) else { throw XPath.error("The function '\(name)' needs more arguments.") }
            return arguments[place]
        }
        func own() throws -> String { arguments.isEmpty ? context.node.innerText : text(try argument(0)) }
        func node() throws -> XMLNode? { arguments.isEmpty ? context.node : try nodes(try argument(0)).first }
        switch name {
        case "position": return .number(Double(context.position))
        case "last": return .number(Double(context.size))
        case "count": return .number(Double(try nodes(try argument(0)).count))
        case "name": return .text(try node().map(Self.name) ?? "")
        case "local-name": return .text(try node().map { $0.kind == .element || $0.kind == .attribute ? $0.localName : "" } ?? "")
        case "namespace-uri": return .text(try node()?.namespaceURI ?? "")
        case "string": return .text(try own())
        case "concat": return .text(arguments.map { text($0) }.joined())
        case "starts-with": return .bool(text(try argument(0)).hasPrefix(text(try argument(1))))
        case "contains":
            let part = text(try argument(1))
            return .bool(try part.isEmpty || text(argument(0)).contains(part))
        case "substring-before": return .text(try cut(text(try argument(0)), text(try argument(1)), before: true))
        case "substring-after": return .text(try cut(text(try argument(0)), text(try argument(1)), before: false))
        case "substring":
            let start = number(try argument(1)).rounded()
            let end = arguments.count > 2 ? start + number(arguments[2]).rounded() : .infinity
            return .text(
                String(
                    text(try argument(0)).enumerated().filter { Double($0.offset + 1) >= start && Double($0.offset + 1) < end }.map(
                        \.element)))
        case "string-length": return .number(Double(try own().count))
        case "normalize-space": return .text(try own().split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case "translate":
            let (from, to) = (Array(text(try argument(1))), Array(text(try argument(2))))
            return .text(
                String(
                    text(try argument(0)).compactMap { character in
                        guard let place = from.firstIndex(of: character) else { return character }
                        return place < to.count ? to[place] : nil
                    }))
        case "not": return .bool(!bool(try argument(0)))
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "boolean": return .bool(bool(try argument(0)))
        case "number": return .number(arguments.isEmpty ? Double(context.node.innerText) ?? .nan : number(arguments[0]))
        case "sum": return .number(try nodes(argument(0)).reduce(0) { $0 + number(.text($1.innerText)) })
        case "floor": return .number(number(try argument(0)).rounded(.down))
        case "ceiling": return .number(number(try argument(0)).rounded(.up))
        case "round": return .number((number(try argument(0)) + 0.5).rounded(.down))
        default: throw XPath.error("XPath has no function '\(name)'.")
        }
    }

    private static func name(_ node: XMLNode) -> String {
        node.kind == .element || node.kind == .attribute || node.kind == .instruction ? node.name : ""
    }

    private func cut(_ text: String, _ mark: String, before: Bool) throws -> String {
        guard let range = text.firstRange(of: mark) else { return "" }
        return before ? String(text[..<range.lowerBound]) : String(text[range.upperBound...])
    }
}
