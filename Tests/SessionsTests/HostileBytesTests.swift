import AgentProtocol
import CmdletKit
import LinuxSystem
import SourceText
import Testing
import Values

@testable import Sessions

/// Bytes from the other side of a session, which may be hostile. Decoding them must give an error or a usable value, must not trap,
/// and must not allocate more memory than the bytes could fill.
@Suite struct HostileBytesTests {
    /// A generator with the same numbers in each run (xorshift).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    /// Does all that the shell does with a value that it received.
    private func use(_ value: Value) {
        _ = value.displayText
        _ = value.typeNames
        for name in value.propertyNames.prefix(50) { _ = value.property(name)?.displayText }
        for element in (value.enumerated ?? []).prefix(50) { _ = element.displayText }
        if let record = value.asObject(ErrorRecord.self) {
            _ = record.position?.start
            _ = record.position?.message
        }
        _ = try? ValueEncoder.encode(value)
    }

    private static func samples() throws -> [[UInt8]] {
        let table = HashtableObject(ordered: true)
        table["key"] = .array([.int(1), .string("two"), .double(3)])
        let record = ErrorRecord("message", id: "Id", category: "NotSpecified", target: .object(table))
        record.position = ErrorPosition(file: SourceFile(path: "/f", text: "a b c\nd"), span: SourceSpan(start: 2, end: 3))
        let color = ObjectType.enumeration("Colour", Enumeration([("Red", 1), ("Green", 2)], isFlags: true))
        let values: [Value] = [
            .object(table), .object(record), .object(EnumObject(color, rawValue: 3)),
            .object(CustomObject([("Name", .string("n")), ("Date", DateTime(ticks: 637_134_336_000_000_000, kind: .utc).boxed)])),
            .array([
                TimeSpan(ticks: 1).boxed, .char(65), .long(1), .bool(true), .null,
                try Conversion.convert(.string("1.5"), to: try #require(TypeTable.builtin.find("decimal"))),
            ]),
        ]
        return try values.map { try ValueEncoder.encode($0) }
    }

    @Test func damagedValues() throws {
        var numbers = Numbers(state: 0x1234_5678_9abc_def1)
        for sample in try Self.samples() {
            for length in 0..<sample.count { #expect(throws: WireError.self) { try ValueDecoder.decode(Array(sample[..<length])) } }
            for _ in 0..<4000 {
                var bytes = sample
                for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                    bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
                }
                if let value = try? ValueDecoder.decode(bytes) { use(value) }
            }
        }
    }

    @Test func randomBytes() {
        var numbers = Numbers(state: 0xfeed_5eed_1357_2468)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...64, using: &numbers)).map { _ in
                // Small numbers are tags and plausible counts.
                UInt8.random(in: Bool.random(using: &numbers) ? 0...20 : 0...255, using: &numbers)
            }
            if let value = try? ValueDecoder.decode(bytes) { use(value) }
        }
    }

    /// Numbers at the limits of their ranges, where arithmetic could trap.
    @Test(arguments: [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max, 3_155_378_976_000_000_000])
    func extremes(_ number: Int64) throws {
        func tagged(_ tag: WireTag, _ more: [UInt8] = []) -> [UInt8] {
            var bytes = [tag.rawValue]
            bytes.append(littleEndian: number)
            return bytes + more
        }
        for kind in UInt8(0)...3 { use(try ValueDecoder.decode(tagged(.dateTime, [kind]))) }
        use(try ValueDecoder.decode(tagged(.timeSpan)))
        use(try ValueDecoder.decode(tagged(.long)))
        use(try ValueDecoder.decode(tagged(.double)))
        let color = ObjectType.enumeration("Colour", Enumeration([("Red", number), ("Green", .min), ("Blue", -1)], isFlags: true))
        use(try ValueDecoder.decode(try ValueEncoder.encode(.object(EnumObject(color, rawValue: number)))))
    }

    @Test func positionsOutsideTheirFile() throws {
        let record = ErrorRecord("m", id: "i")
        record.position = ErrorPosition(file: SourceFile(text: "abc"), span: SourceSpan(start: 0, end: 1))
        let bytes = try ValueEncoder.encode(.object(record))
        for (start, end) in [(UInt32.max, UInt32.max), (3, 0), (2, UInt32.max), (100, 101), (4, 2)] as [(UInt32, UInt32)] {
            var changed = Array(bytes.dropLast(8))
            changed.append(littleEndian: start)
            changed.append(littleEndian: end)
            if let value = try? ValueDecoder.decode(changed) { use(value) }
        }
    }

    /// A count larger than the bytes that follow must be refused before memory is allocated for it.
    @Test(arguments: [WireTag.string, .array, .list, .hashtable, .enumeration, .object, .attached, .errorRecord])
    func countsBeyondTheBytes(_ tag: WireTag) {
        var bytes: [UInt8] = [tag.rawValue]
        if tag == .hashtable { bytes.append(0) }
        bytes.append(littleEndian: UInt32.max)
        bytes += [0, 0, 0, 0]
        let before = memory()
        #expect(throws: WireError.self) { try ValueDecoder.decode(bytes) }
        #expect(memory() - before < 16 << 20)
    }

    @Test func nestedTooDeep() {
        let bytes = Array(Array(repeating: [WireTag.array.rawValue, 1, 0, 0, 0], count: 1_000_000).joined()) + [0]
        let error = #expect(throws: WireError.self) { try ValueDecoder.decode(bytes) }
        #expect(error?.message == "a value that is nested too deep")
    }

    /// A number of a million digits must be refused: converting it would take minutes.
    @Test func longNumbers() {
        var bytes: [UInt8] = [WireTag.number.rawValue]
        for text in ["System.Numerics.BigInteger", String(repeating: "9", count: 1_000_000)] {
            bytes.append(littleEndian: UInt32(text.utf8.count))
            bytes += Array(text.utf8)
        }
        let start = monotonicSeconds()
        #expect(throws: WireError.self) { try ValueDecoder.decode(bytes) }
        #expect(monotonicSeconds() - start < 1)
    }

    private func memory() -> Int {
        let pages =
            ((try? Files.readText("/proc/self/statm")) ?? "").split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(HostFacts.pageSize)
    }
}
