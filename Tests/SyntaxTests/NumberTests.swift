import Syntax
import Testing

@Suite struct NumberTests {
    static let numbers = [
        Case("1", "1"), Case("2147483647", "2147483647"), Case("2147483648", "2147483648l"), Case("-2147483648", "-2147483648"),
        Case("9223372036854775808", "9223372036854775808e-0d"), Case("-9223372036854775808", "-9223372036854775808l"),
        Case("79228162514264337593543950336", "7.922816251426434e+28"), Case("1.5", "1.5"), Case(".5", "0.5"), Case("1.", "1.0"),
        Case("1e3", "1000.0"), Case("1E-2", "0.01"), Case("1kb", "1024"), Case("4gb", "4294967296l"), Case("1.5kb", "1536.0"),
        Case("1pb", "1125899906842624l"), Case("0xFF", "255"), Case("0xFFFFFFFF", "-1"), Case("0x0FFFFFFFF", "4294967295l"),
        Case("0xFFFFFFFFFFFFFFFF", "-1"), Case("0xFFu", "255u"), Case("0xFFy", "-1y"), Case("0b11", "3"),
        Case("0b11111111y", "-1y"),
        Case("5l", "5l"), Case("5L", "5l"), Case("5u", "5u"), Case("5000000000u", "5000000000ul"), Case("5ul", "5ul"),
        Case("5y", "5y"), Case("200uy", "200uy"), Case("5s", "5s"), Case("5us", "5us"), Case("5n", "0x5n"), Case("5d", "5e-0d"),
        Case("1.50d", "150e-2d"), Case("1e3d", "1000e-0d"), Case("1dkb", "1024e-0d"), Case("1.5l", "2l"), Case("-5", "-5"),
        Case("18446744073709551616n", "0x10000000000000000n"), Case("0xFFn", "0xffn"), Case("007", "7"), Case("1lkb", "1024l"),
        Case("1e400", "inf"),
    ]

    @Test(arguments: numbers) func `literals have the types of about_Numeric_Literals`(_ row: Case) {
        #expect(dump(row.source) == row.expected)
    }

    @Test(arguments: ["300y", "70000s", "9223372036854775808l", "-1u", "79228162514264337593543950336d", "1e99d"])
    func `a number too large for its suffix is an error`(_ text: String) {
        #expect(parse(text).errors.map(\.errorID) == ["BadNumericConstant"])
    }

    @Test func `text is converted as a literal is`() {
        #expect(NumberLiteral.parse("0x10") == .int32(16))
        #expect(NumberLiteral.parse("-1kb") == .int32(-1024))
        #expect(NumberLiteral.parse("+1.5") == .double(1.5))
        for text in ["", "-", "x", "1x", "1 ", "0x", "--1", ".", "1..2", "1e", "kb"] {
            #expect(NumberLiteral.parse(text) == nil, "\(text)")
        }
    }

    @Test func `a number of very many digits takes no quadratic time`() {
        let digits = String(repeating: "9", count: 200_000)
        #expect(parse(digits + "n").errors.map(\.errorID) == ["BadNumericConstant"])
    }
}
