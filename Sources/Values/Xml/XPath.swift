/// A parsed XPath 1.0 expression, for SelectNodes and Select-Xml.
public struct XPath {
    indirect enum Expression {
        case path(absolute: Bool, start: Expression?, steps: [Step])
        case filter(Expression, [Expression])
        case literal(String)
        case number(Double)
        case call(String, [Expression])
        case binary(String, Expression, Expression)
        case negate(Expression)
    }

    struct Step {
        var axis: Axis
        var test: Test
        var predicates: [Expression] = []
    }

    enum Axis: String {
        case ancestor, ancestorOrSelf = "ancestor-or-self", attribute, child, descendant, descendantOrSelf = "descendant-or-self",
            following,
            followingSibling = "following-sibling", parent, preceding, precedingSibling = "preceding-sibling", `self`
        /// Whether position() counts from the context node backward: 1 is the nearest ancestor or preceding node.
        var isReverse: Bool { self == .ancestor || self == .ancestorOrSelf || self == .preceding || self == .precedingSibling }
    }

    enum Test {
        case any
        case name(prefix: String, local: String)
        case node, text, comment, instruction
    }

    let expression: Expression
    let namespaces: [String: String]

    /// Parses an expression.
    /// - Throws: `ValueError` XPathException if the text is not a valid expression.
    public init(_ text: String, _ namespaces: [String: String] = [:]) throws {
        var parser = try XPathParser(text)
        expression = try parser.parse()
        self.namespaces = namespaces
    }

    /// The nodes that the expression selects from a context node, in document order.
    /// - Throws: `ValueError` XPathException if the expression gives a number, string or boolean instead of nodes, uses an unknown prefix
    ///   or function, or is nested too deeply.
    public func nodes(from node: XMLNode) throws -> [XMLNode] {
        guard
            case .nodes(let nodes) = try XPathEvaluator(namespaces: namespaces).evaluate(
                expression, .init(node: node, position: 1, size: 1), 0)
        else { throw Self.error("Expression must evaluate to a node-set.") }
        return nodes
    }

    static func error(_ message: String) -> ValueError {
        ValueError(message, id: "XPathException", exception: "System.Xml.XPath.XPathException", category: "InvalidArgument")
    }
}

/// Parses XPath by recursive descent.
struct XPathParser {
    private enum Token: Equatable {
        case name(String), literal(String), number(Double), symbol(String), end
    }
    private var tokens: [Token] = []
    private var place = 0
    private var depth = 0
    private static let deepest = 64

    init(_ text: String) throws { tokens = try Self.tokens(text) }

    private static func tokens(_ text: String) throws -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(text)
        while let character = rest.first {
            if character.isWhitespace {
                rest.removeFirst()
            } else if character == "'" || character == "\"" {
                rest.removeFirst()
                guard let end = rest.firstIndex(of: character) else { throw XPath.error("'\(text)' has an unclosed string.") }
                tokens.append(.literal(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else if character.isNumber || (character == "." && rest.dropFirst().first?.isNumber == true) {
                let digits = rest.prefix { $0.isNumber || $0 == "." }
                guard let number = Double(digits.hasPrefix(".") ? "0" + digits : String(digits)) else {
                    throw XPath.error("'\(text)' has an invalid token.")
                }
                tokens.append(.number(number))
                rest = rest.dropFirst(digits.count)
            } else if character.isLetter || character == "_" {
                var name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
                rest = rest.dropFirst(name.count)
                // A single colon joins a prefix and a name; two colons end an axis.
                if rest.first == ":", rest.dropFirst().first != ":", let next = rest.dropFirst().first,
                    next.isLetter || next == "_" || next == "*"
                {
                    let local =
                        next == "*"
                        ? "*" : rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
                    name = Substring("\(name):\(local)")
                    rest = rest.dropFirst(1 + local.count)
                }
                tokens.append(.name(String(name)))
            } else {
                guard
                    let symbol = [
                        "//", "::", "..", "!=", "<=", ">=", "/", "@", ".", "*", "(", ")", "[", "]", "|", "+", "-", "=", "<", ">",
                        ",", "$",
                    ].first(where: { rest.hasPrefix($0) })
                else {
                    throw XPath.error("'\(text)' has an invalid token.")
                }
                tokens.append(.symbol(symbol))
                rest = rest.dropFirst(symbol.count)
            }
        }
        return tokens
    }

    private var token: Token { place < tokens.count ? tokens[place] : .end }
    private var next: Token { place + 1 < tokens.count ? tokens[place + 1] : .end }

    private mutating func take(_ symbol: String) -> Bool {
        guard token == .symbol(symbol) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws {
        guard take(symbol) else { throw XPath.error("The XPath expression needs '\(symbol)' here.") }
    }

    mutating func parse() throws -> XPath.Expression {
        let expression = try binary(0)
        guard token == .end else { throw XPath.error("The XPath expression has an invalid token.") }
        return expression
    }

    private static let levels: [[String]] = [
        ["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"],
    ]

    private mutating func binary(_ level: Int) throws -> XPath.Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest * Self.levels.count else { throw XPath.error("The XPath expression is nested too deeply.") }
        guard level < Self.levels.count else { return try unary() }
        var left = try binary(level + 1)
        while true {
            let word: String
            switch token {
            case .name(let name): word = name
            case .symbol(let symbol): word = symbol
            default: return left
            }
            guard Self.levels[level].contains(word) else { return left }
            place += 1
            left = .binary(word, left, try binary(level + 1))
        }
    }

    private mutating func unary() throws -> XPath.Expression {
        var isNegative = false
        while take("-") { isNegative.toggle() }
        var left = try path()
        while take("|") { left = .binary("|", left, try path()) }
        return isNegative ? .negate(left) : left
    }

    private mutating func path() throws -> XPath.Expression {
        if isPrimary {
            var start = try primary()
            let predicates = try predicates()
            if !predicates.isEmpty { start = .filter(start, predicates) }
            guard token == .symbol("/") || token == .symbol("//") else { return start }
            return .path(absolute: false, start: start, steps: try steps(continues: true))
        }
        let absolute = token == .symbol("/") || token == .symbol("//")
        if token == .symbol("/"), !startsStep(next) {
            place += 1
            return .path(absolute: true, start: nil, steps: [])
        }
        return .path(absolute: absolute, start: nil, steps: try steps(continues: absolute))
    }

    private func startsStep(_ token: Token) -> Bool {
        switch token {
        case .name: true
        case .symbol(let symbol): ["@", ".", "..", "*"].contains(symbol)
        default: false
        }
    }

    private var isPrimary: Bool {
        switch token {
        case .literal, .number: return true
        case .symbol(let symbol): return symbol == "("
        case .name(let name): return next == .symbol("(") && !["node", "text", "comment", "processing-instruction"].contains(name)
        case .end: return false
        }
    }

    private mutating func primary() throws -> XPath.Expression {
        switch token {
        case .literal(let text):
            place += 1
            return .literal(text)
        case .number(let number):
            place += 1
            return .number(number)
        case .name(let name):
            place += 2
            var arguments: [XPath.Expression] = []
            if !take(")") {
                repeat { arguments.append(try binary(0)) } while take(",")
                try expect(")")
            }
            return .call(name, arguments)
        default:
            try expect("(")
            let inner = try binary(0)
            try expect(")")
            return inner
        }
    }

    private mutating func steps(continues: Bool) throws -> [XPath.Step] {
        var steps: [XPath.Step] = []
        var needsStep = !continues
        while true {
            if !needsStep {
                if take("//") {
                    steps.append(XPath.Step(axis: .descendantOrSelf, test: .node))
                } else if !take("/") {
                    return steps
                }
            }
            needsStep = false
            steps.append(try step())
        }
    }

    private mutating func step() throws -> XPath.Step {
        if take(".") { return XPath.Step(axis: .self, test: .node) }
        if take("..") { return XPath.Step(axis: .parent, test: .node) }
        var axis = XPath.Axis.child
        if take("@") {
            axis = .attribute
        } else if case .name(let name) = token, next == .symbol("::") {
            guard let named = XPath.Axis(rawValue: name) else { throw XPath.error("'\(name)' is no axis of XPath.") }
            axis = named
            place += 2
        }
        var step = XPath.Step(axis: axis, test: .any)
        switch token {
        case .symbol("*"): place += 1
        case .name(let name):
            place += 1
            if take("(") {
                switch name {
                case "node": step.test = .node
                case "text": step.test = .text
                case "comment": step.test = .comment
                default: step.test = .instruction
                }
                try expect(")")
            } else {
                let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
                step.test = parts.count == 2 ? .name(prefix: parts[0], local: parts[1]) : .name(prefix: "", local: name)
            }
        default: throw XPath.error("The XPath expression must evaluate to a node-set.")
        }
        step.predicates = try predicates()
        return step
    }

    private mutating func predicates() throws -> [XPath.Expression] {
        var predicates: [XPath.Expression] = []
        while take("[") {
            predicates.append(try binary(0))
            try expect("]")
        }
        return predicates
    }
}
