import SourceText
import Syntax
import Testing

/// No text may crash the parser, exhaust the stack or take more than linear time.
@Suite struct RobustnessTests {
    static let openings = [
        "(", "{", "$(", "\"$(", "@{a=", "if(1){", "-not ", "!", "@(", "[int]", "[a[", "$x=", "$x[", "$x.f(", "foo (", "& ", ". { ",
        "1,(", ",",
        "1?", "1?2:", "switch(1){1{", "function f {", "class A { [int] f() {", "[P(", "@\"\n$(", "while(1){", "1+(", "$a.b{",
        "try{", "param($a=",
        ":a foreach($x in ", "a${", "a\"", "[[", "- ", "++", "@{@{", "foo -a:", "1|", "a&&", "$x.$", "x`", "foo @",
    ]

    @Test(arguments: openings) func `deep nesting ends in an error`(_ opening: String) {
        let result = parse(String(repeating: opening, count: 20_000))
        #expect(result.errors.count <= Parser.maximumErrorCount)
        let closed = parse(String(repeating: opening, count: 60) + "1")
        _ = ASTDump.dump(closed.script)
    }

    static let chains = [
        "1+", "'a' + ", "$a -and ", "$a,", "foo | ", "a && ", "a;", "if(1){} elseif(2){} ", "$a.b;", "\"$a\" ", "1..", "foo a,b ",
    ]

    @Test(arguments: chains) func `long chains cost no stack`(_ link: String) {
        let result = parse(String(repeating: link, count: 20_000) + "1")
        #expect(!result.errors.contains { $0.errorID == "ScriptTooComplicated" })
    }

    @Test func `long chains of members are bounded`() {
        let result = parse("$x" + String(repeating: ".a", count: 100_000))
        #expect(result.errors.map(\.errorID) == ["ScriptTooComplicated"])
        #expect(!result.isIncomplete)
        #expect(parse("$x" + String(repeating: ".a()", count: 400)).errors.isEmpty)
    }

    static let corpus =
        ExpressionTests.operators + ExpressionTests.operands + ExpressionTests.assignments + CommandTests.commands
        + CommandTests.strings + StatementTests.statements

    @Test func `random bytes and mutated scripts never crash`() {
        var generator = SeededGenerator(state: 0x5EED)
        let alphabet = Array(
            "(){}[]$@\"'`#<>|&;,.:=+-*/%!?~^_ \t\n\r0159abefinxzKB-eq–“”‘’é中\u{0}".unicodeScalars
        )
        for _ in 0..<3_000 {
            var text = ""
            if Bool.random(using: &generator), let row = Self.corpus.randomElement(using: &generator),
                let other = Self.corpus.randomElement(using: &generator)
            {
                var scalars = Array((row.source + "\n" + other.source).unicodeScalars)
                for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
                    let index = Int.random(in: 0..<scalars.count, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: scalars.remove(at: index)
                    case 1: scalars.insert(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)], at: index)
                    default: scalars.removeSubrange(index...)
                    }
                }
                text.unicodeScalars.append(contentsOf: scalars)
            } else {
                for _ in 0..<Int.random(in: 0...60, using: &generator) {
                    text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
                }
            }
            let file = SourceFile(text: text)
            let (result, tokens) = Tokenizer.parse(file)
            _ = ASTDump.dump(result.script)
            var last: UInt32 = 0
            for token in tokens {
                #expect(token.span.start >= last && token.span.end <= UInt32(file.utf8.count), "\(text.debugDescription)")
                last = token.span.end
            }
            for error in result.errors { #expect(Int(error.span.end) <= file.utf8.count + 2, "\(text.debugDescription)") }
        }
    }

    @Test func `every prefix of a correct script parses without a crash, and none needs more than the rest`() {
        for row in Self.corpus where !row.expected.contains("!") {
            let scalars = Array(row.source.unicodeScalars)
            for count in 0..<scalars.count {
                var prefix = ""
                prefix.unicodeScalars.append(contentsOf: scalars[..<count])
                _ = parse(prefix)
            }
            #expect(parse(row.source).errors.isEmpty, "\(row.source)")
        }
    }

    @Test func `time grows with the text, not with its square`() {
        let line =
            "function f$i($a, [int]$b = 3) { if ($a -eq \"x$($b + 1)\") { Get-Process -Name $a.Name | ? { $_.Id -gt 5kb } } } # c\n"
        let clock = ContinuousClock()
        let small = String(repeating: line, count: 1_000)
        let large = String(repeating: line, count: 8_000)
        _ = parse(small)
        let first = clock.measure { _ = parse(small) }
        let second = clock.measure { _ = parse(large) }
        #expect(second < first * 24, "\(first) for \(small.utf8.count) bytes, \(second) for \(large.utf8.count)")
    }
}

/// SplitMix64: the same numbers in each run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
