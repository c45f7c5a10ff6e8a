import CmdletKit
import Values

/// Where random bits come from: a seed, which makes the same ones again, or the system.
enum RandomSource: RandomNumberGenerator {
    case seeded(UInt64)
    case system

    /// SplitMix64: a seed of 32 bits gives a whole period of its own.
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

/// What Get-Random and Get-SecureRandom do; they differ in where the bits come from. The parameters are the binder's to set.
struct RandomChoice {
    var minimum: Value = .null
    var maximum: Value = .null
    var count = 1
    var shuffle: Switch = false
    private var kept: [Value] = []
    private var seen = 0

    /// Gathers the objects to choose from: as many as are wanted, each as likely as any other.
    mutating func add(_ value: Value, _ source: inout RandomSource) {
        seen += 1
        if shuffle.isOn || kept.count < count {
            kept.append(value)
            return
        }
        // Later objects take the place of earlier ones so often that all have the same chance (Algorithm R).
        let place = Int.random(in: 0..<seen, using: &source)
        if place < kept.count { kept[place] = value }
    }

    /// Writes what was chosen of the objects, or numbers of the range where none were asked for.
    mutating func write(to runtime: any CmdletRuntime, _ source: inout RandomSource) throws {
        if runtime.isBound("InputObject") || shuffle.isOn || runtime.parameterSet != "RandomNumberParameterSet" {
            kept.shuffle(using: &source)
            try runtime.writeAll(kept)
        } else {
            for _ in 0..<count where try runtime.write(try number(&source)) == .enough { break }
        }
    }

    /// A number of the range.
    private func number(_ source: inout RandomSource) throws -> Value {
        let low = minimum.isNull ? Value.int(0) : try number(minimum)
        let high = try maximum.isNull ? nil : number(maximum)
        if isReal(low) || high.map(isReal) == true {
            let from = try Conversion.double(low)
            let to = try high.map { try Conversion.double($0) } ?? .greatestFiniteMagnitude
            guard from < to else { throw notBelow(low, high) }
            // The width of the range may be past the largest number.
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
