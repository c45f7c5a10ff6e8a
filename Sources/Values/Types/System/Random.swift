/// System.Random: a sequence of its own for each seed.
public final class RandomObject: Object {
    private var generator: SplitMix

    init(seed: UInt64) {
        generator = SplitMix(state: seed)
        super.init()
    }

    public override var type: ObjectType { RandomType.type }

    func next(_ low: Int, _ high: Int) -> Int { low < high ? Int.random(in: low..<high, using: &generator) : low }
    func real() -> Double { Double.random(in: 0..<1, using: &generator) }
    func shuffle(_ elements: inout [Value]) { elements.shuffle(using: &generator) }
}

/// A small generator whose numbers follow from its seed (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum RandomType {
    private static func own(_ value: Value) -> RandomObject {
        value.asObject(RandomObject.self) ?? RandomObject(seed: .random(in: 0 ... .max))
    }

    private static func checked(_ low: Int, _ high: Int) throws {
        guard low <= high else {
            throw ValueError(
                "'minValue' cannot be greater than maxValue. (Parameter 'minValue')", id: "ArgumentOutOfRangeException",
                exception: "System.ArgumentOutOfRangeException", category: "NotSpecified")
        }
    }

    static let type = ObjectType(
        "System.Random", base: .object,
        members: [
            .method(
                "Next",
                overloads: [
                    Overload(returns: "int") { value, _ in Value.integer(own(value).next(0, Int(Int32.max))) },
                    Overload("int maxValue", returns: "int") { value, arguments in
                        try checked(0, arguments.int(0))
                        return Value.integer(own(value).next(0, arguments.int(0)))
                    },
                    Overload("int minValue", "int maxValue", returns: "int") { value, arguments in
                        try checked(arguments.int(0), arguments.int(1))
                        return Value.integer(own(value).next(arguments.int(0), arguments.int(1)))
                    },
                ]),
            .method("NextInt64", "long minValue", "long maxValue", returns: "long") { value, arguments in
                try checked(arguments.int(0), arguments.int(1))
                return .long(Int64(own(value).next(arguments.int(0), arguments.int(1))))
            },
            .method("NextDouble", returns: "double") { value, _ in .double(own(value).real()) },
            .method("NextBytes", "byte[] buffer", returns: "void") { value, arguments in
                if case .array(let buffer) = arguments[0] {
                    for place in buffer.elements.indices { buffer.elements[place] = .fixed(.uint8(UInt8(own(value).next(0, 256)))) }
                }
                return .nothing
            },
            .method("Shuffle", "object[] values", returns: "void") { value, arguments in
                if case .array(let array) = arguments[0] { own(value).shuffle(&array.elements) }
                return .nothing
            },
        ],
        statics: [.constant("Shared", "System.Random") { .object(RandomObject(seed: .random(in: 0 ... .max))) }],
        construct: { arguments in
            .object(RandomObject(seed: arguments.count > 0 ? UInt64(bitPattern: Int64(arguments.int(0))) : .random(in: 0 ... .max)))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Random") { RandomType.type } }
