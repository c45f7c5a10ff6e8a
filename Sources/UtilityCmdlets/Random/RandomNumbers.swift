import CmdletKit
import Values

/// A generator of random bits: seeded, so that the same seed gives the same bits again, or the system's secure one.
enum RandomSource: RandomNumberGenerator {
    /// The state of SplitMix64.
    case seeded(UInt64)
    /// The secure generator of the system.
    case system

    /// The next 64 bits. SplitMix64 has a period of 2^64 from any seed, so even a small seed gives good numbers.
    mutating func next() -> UInt64 {
        guard case .seeded(var state) = self else {
            var system = SystemRandomNumberGenerator()
            return system.next()
        }
        state &+= 0x9E37_79B9_7F4A_7C15
        self = .seeded(state)
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The work of Get-Random and Get-SecureRandom, which differ in the generator only. The binder sets the parameters by key path.
struct RandomChoice {
    /// -Minimum; null for 0.
    var minimum: Value = .null
    /// -Maximum, which is not reached; null for the type's largest number.
    var maximum: Value = .null
    /// -Count.
    var count = 1
    /// -Shuffle.
    var shuffle: Switch = false
    private var kept: [Value] = []
    private var seen = 0

    /// Adds an object to choose from. At most `count` are kept, each with the same chance.
    mutating func add(_ value: Value, _ source: inout RandomSource) {
        seen += 1
        if shuffle.isOn || kept.count < count {
            kept.append(value)
            return
        }
        // Reservoir sampling, Algorithm R: the n-th object replaces a kept one with the probability count/n.
        let place = Int.random(in: 0..<seen, using: &source)
        if place < kept.count { kept[place] = value }
    }

    /// Writes the chosen objects in random order, or numbers of the range if there was no input.
    /// - Throws: `ValueError` if a bound is no number or the minimum is not below the maximum.
    mutating func write(to runtime: any CmdletRuntime, _ source: inout RandomSource) throws {
        if runtime.isBound("InputObject") || shuffle.isOn || runtime.parameterSet != "RandomNumberParameterSet" {
            kept.shuffle(using: &source)
            try runtime.writeAll(kept)
        } else {
            for _ in 0..<count where try runtime.write(try number(&source)) == .enough { break }
        }
    }

    /// A number of the range: a Double if a bound is one, an Int64 if a bound is one, else an Int32.
    private func number(_ source: inout RandomSource) throws -> Value {
        let low = minimum.isNull ? Value.int(0) : try number(minimum)
        let high = try maximum.isNull ? nil : number(maximum)
        if isReal(low) || high.map(isReal) == true {
            let from = try Conversion.double(low)
            let to = try high.map { try Conversion.double($0) } ?? .greatestFiniteMagnitude
            guard from < to else { throw notBelow(low, high) }
            // The width of the range can exceed the largest Double, so the bounds are weighted instead of adding to the lower one.
            let fraction = Double.random(in: 0..<1, using: &source)
            return .double(min(from * (1 - fraction) + to * fraction, to.nextDown))
        }
        let from = try Conversion.integer(low)
        let isWide = isLong(low) || high.map(isLong) == true
        let to = try high.map { try Conversion.integer($0) } ?? (isWide ? .max : Int64(Int32.max))
        guard from < to else { throw notBelow(low, high) }
        let drawn = Int64.random(in: from..<to, using: &source)
        return isWide ? .long(drawn) : Int32(exactly: drawn).map { .int($0) } ?? .long(drawn)
    }

    private func number(_ value: Value) throws -> Value {
        switch value {
        case .int, .long, .double: return value
        case .fixed, .object:
            if let whole = try? Conversion.integer(value), (try? Conversion.double(value)) == Double(whole) { return .long(whole) }
            if value.reference is BigIntegerObject {
                throw ValueError(
                    "Value was either too large or too small for a UInt32.", id: "OverflowException",
                    exception: "System.OverflowException", category: "InvalidArgument")
            }
            return .double(try Conversion.double(value))
        default:
            guard case .string(let text) = value else { return try Conversion.number(value) }
            guard let number = NumberText.parse(text.value) else {
                throw ValueError(
                    "Cannot convert '\(text.value)' to a number.", id: "ArgumentException", exception: "System.ArgumentException",
                    category: "InvalidArgument")
            }
            return try self.number(number)
        }
    }

    private func isReal(_ value: Value) -> Bool { if case .double = value { true } else { false } }
    private func isLong(_ value: Value) -> Bool { if case .long = value { true } else { false } }

    private func notBelow(_ low: Value, _ high: Value?) -> ValueError {
        ValueError(
            "The Minimum value (\(low.displayText)) cannot be greater than or equal to the Maximum value (\(high?.displayText ?? "")).",
            id: "MinGreaterThanOrEqualMax", exception: "System.ArgumentException", category: "InvalidArgument")
    }
}
