import SourceText

extension Parser {
    /// The binary operator at the cursor, and its length in bytes; nil if there is none.
    mutating func peekBinaryOperator() -> (BinaryOperator, length: Int)? {
        if peekedOperator.position == position { return peekedOperator.found }
        let found = findBinaryOperator()
        peekedOperator = (position, found)
        return found
    }

    private func findBinaryOperator() -> (BinaryOperator, length: Int)? {
        let first = peek()
        let second = peek(1)
        switch first {
        case Byte.plus: return second == Byte.plus || second == Byte.equals ? nil : (BinaryOperator(.add), 1)
        case Byte.asterisk:
            return second == Byte.equals || second == Byte.greater ? nil : (BinaryOperator(.multiply), 1)
        case Byte.slash: return second == Byte.equals ? nil : (BinaryOperator(.divide), 1)
        case Byte.percent: return second == Byte.equals ? nil : (BinaryOperator(.remainder), 1)
        case Byte.dot: return second == Byte.dot ? (BinaryOperator(.range), 2) : nil
        case Byte.question:
            return second == Byte.question && peek(2) != Byte.equals ? (BinaryOperator(.coalesce), 2) : nil
        default: break
        }
        let dash = dashLength(at: position)
        guard dash > 0 else { return nil }
        if let (name, length) = dashedName(), let named = Self.binaryOperators[name] { return (named, length) }
        let next = position + dash
        if dashLength(at: next) > 0 || byte(at: next) == Byte.equals || Byte.isLetter(byte(at: next)) { return nil }
        return (BinaryOperator(.subtract), dash)
    }

    /// The letters behind a dash, in lower case, and the length of dash and letters in bytes; nil if they are too many for an
    /// operator's name.
    func dashedName() -> (String, length: Int)? {
        let dash = dashLength(at: position)
        guard dash > 0 else { return nil }
        let start = position + dash
        var scan = start
        while scan < end, scan - start <= 14, Byte.isLetter(bytes[scan]) { scan += 1 }
        guard scan > start, scan - start <= 14 else { return nil }
        return (lowercasedText(from: start, to: scan), scan - position)
    }

    private static let binaryOperators: [String: BinaryOperator] = {
        var table: [String: BinaryOperator] = [
            "and": BinaryOperator(.and), "or": BinaryOperator(.or), "xor": BinaryOperator(.xor),
            "band": BinaryOperator(.bitwiseAnd), "bor": BinaryOperator(.bitwiseOr), "bxor": BinaryOperator(.bitwiseXor),
            "shl": BinaryOperator(.shiftLeft), "shr": BinaryOperator(.shiftRight), "f": BinaryOperator(.format),
            "join": BinaryOperator(.join), "is": BinaryOperator(.is), "isnot": BinaryOperator(.isNot),
            "as": BinaryOperator(.as),
        ]
        let cased: [(String, BinaryOperator.Kind)] = [
            ("eq", .equal), ("ne", .notEqual), ("gt", .greater), ("ge", .greaterOrEqual), ("lt", .less), ("le", .lessOrEqual),
            ("like", .like), ("notlike", .notLike), ("match", .match), ("notmatch", .notMatch), ("replace", .replace),
            ("contains", .contains), ("notcontains", .notContains), ("in", .in), ("notin", .notIn), ("split", .split),
        ]
        for (name, kind) in cased {
            table[name] = BinaryOperator(kind)
            table["i" + name] = BinaryOperator(kind, .insensitive)
            table["c" + name] = BinaryOperator(kind, .sensitive)
        }
        return table
    }()

    /// The names of all operators that begin with a hyphen, in lower case and without it, sorted; for completion.
    public static var operatorNames: [String] { Set(binaryOperators.keys).union(unaryOperators.keys).sorted() }

    static let unaryOperators: [String: UnaryExpression.Operator] = [
        "not": .not, "bnot": .bitwiseNot, "join": .join, "split": .split, "isplit": .split, "csplit": .caseSensitiveSplit,
    ]
}
