import Values

/// The declarations of a C# source, as far as they can be read without a compiler: enumerations as types, of everything else the
/// names.
struct CSharpDeclarations {
    /// The types of the enumerations.
    private(set) var enumerations: [ObjectType] = []
    /// Declarations that need a compiler, such as `class Pester.Finder`.
    private(set) var uncompiled: [String] = []

    private var tokens: ArraySlice<String>
    /// The namespaces around the current token, each with the depth of braces inside it.
    private var namespaces: [(name: String, depth: Int)] = []
    private var depth = 0
    private var attributes: [String] = []

    /// Reads a source.
    /// - Throws: `ValueError` if an enumeration cannot be read.
    init(_ source: String) throws {
        tokens = CSharpTokens.split(source)[...]
        try read()
    }

    private static let kinds: Set<String> = ["class", "struct", "interface", "record", "delegate"]

    private mutating func read() throws {
        while let token = tokens.popFirst() {
            switch token {
            case "namespace": readNamespace()
            case "[": readAttribute()
            case "enum": try readEnumeration()
            case "{": depth += 1
            case "}":
                depth -= 1
                namespaces.removeAll { $0.depth > depth }
            case _ where Self.kinds.contains(token): readUncompiled(token)
            case ";": attributes = []
            default: break
            }
        }
    }

    private mutating func readNamespace() {
        var name = ""
        while let token = tokens.first, token != "{", token != ";" {
            name += token
            tokens.removeFirst()
        }
        // `namespace N;` holds to the end of the file.
        if tokens.popFirst() == "{" { depth += 1 }
        namespaces.append((name, depth))
    }

    private mutating func readAttribute() {
        var nesting = 1
        while nesting > 0, let token = tokens.popFirst() {
            if token == "[" { nesting += 1 } else if token == "]" { nesting -= 1 } else { attributes.append(token) }
        }
    }

    private func fullName(_ name: String) -> String { (namespaces.map(\.name) + [name]).joined(separator: ".") }

    private mutating func readUncompiled(_ kind: String) {
        guard let name = tokens.popFirst() else { return }
        uncompiled.append("\(kind) \(fullName(name))")
        attributes = []
        // Skip to the end of its body.
        while let token = tokens.first, token != "{", token != ";" { tokens.removeFirst() }
        guard tokens.popFirst() == "{" else { return }
        var nesting = 1
        while nesting > 0, let token = tokens.popFirst() { nesting += token == "{" ? 1 : token == "}" ? -1 : 0 }
    }

    private mutating func readEnumeration() throws {
        guard let name = tokens.popFirst() else { return }
        let isFlags = attributes.contains { $0 == "Flags" || $0 == "FlagsAttribute" }
        attributes = []
        var underlying: ObjectType?
        if tokens.first == ":" {
            tokens.removeFirst()
            underlying = tokens.popFirst().flatMap { TypeTable.builtin.find($0) }
        }
        guard tokens.popFirst() == "{" else { throw Self.malformed(name, "'{' is missing behind its name") }
        var cases: [(name: String, rawValue: Int64)] = []
        while let token = tokens.popFirst(), token != "}" {
            if token == "," { continue }
            if token == "[" {
                readAttribute()
                attributes = []
                continue
            }
            var value = (cases.last?.rawValue ?? -1) &+ 1
            if tokens.first == "=" {
                tokens.removeFirst()
                value = try readValue(name, cases)
            }
            cases.append((token, value))
        }
        enumerations.append(.enumeration(fullName(name), Enumeration(cases, isFlags: isFlags, underlying: underlying)))
    }

    /// A constant expression: numbers and earlier names, joined by `|`, `&`, `+`, `-` and `<<`, which are all evaluated from left
    /// to right.
    private mutating func readValue(_ type: String, _ cases: [(name: String, rawValue: Int64)]) throws -> Int64 {
        var total = try readOperand(type, cases)
        while let sign = tokens.first, sign != ",", sign != "}" {
            tokens.removeFirst()
            let operand = try readOperand(type, cases)
            switch sign {
            case "|": total |= operand
            case "&": total &= operand
            case "+": total = total &+ operand
            case "-": total = total &- operand
            case "<<": total = operand < 64 && operand >= 0 ? total << operand : 0
            default: throw Self.malformed(type, "'\(sign)' is no operator that a constant here can have")
            }
        }
        return total
    }

    private mutating func readOperand(_ type: String, _ cases: [(name: String, rawValue: Int64)]) throws -> Int64 {
        let token = tokens.popFirst() ?? ""
        if token == "-" { return 0 &- (try readOperand(type, cases)) }
        if let known = cases.first(where: { $0.name == token }) { return known.rawValue }
        let digits = token.lowercased().replacing("_", with: "")
        let plain = digits.trimmingSuffix { "lu".contains($0) }
        if plain.hasPrefix("0x"), let number = Int64(plain.dropFirst(2), radix: 16) { return number }
        if plain.hasPrefix("0b"), let number = Int64(plain.dropFirst(2), radix: 2) { return number }
        if let number = Int64(plain) { return number }
        throw Self.malformed(type, "'\(token)' is no number and no name before it")
    }

    private static func malformed(_ type: String, _ reason: String) -> ValueError {
        ValueError(
            "The enumeration '\(type)' cannot be read: \(reason).", id: "SOURCE_CODE_ERROR", exception: "System.Exception",
            category: "InvalidData")
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> String {
        var rest = Substring(self)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return String(rest)
    }
}

/// The tokens of a C# source, without comments; a string or character literal is the token `"`.
enum CSharpTokens {
    static func split(_ source: String) -> [String] {
        var tokens: [String] = []
        var rest = Array(source.unicodeScalars)[...]
        let isWord = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" }
        while let scalar = rest.first {
            if rest.starts(with: "//".unicodeScalars) || scalar == "#" {
                rest = rest.drop { $0 != "\n" }
            } else if rest.starts(with: "/*".unicodeScalars) {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else if scalar == "\"" || scalar == "'" {
                rest = rest.dropFirst()
                while let next = rest.first, next != scalar { rest = rest.dropFirst(next == "\\" ? 2 : 1) }
                rest = rest.dropFirst()
                tokens.append("\"")
            } else if isWord(scalar) {
                let word = rest.prefix(while: isWord)
                tokens.append(String(String.UnicodeScalarView(word)))
                rest = rest.dropFirst(word.count)
            } else {
                let isShift = rest.starts(with: "<<".unicodeScalars)
                if !scalar.properties.isWhitespace { tokens.append(isShift ? "<<" : String(scalar)) }
                rest = rest.dropFirst(isShift ? 2 : 1)
            }
        }
        return tokens
    }
}
