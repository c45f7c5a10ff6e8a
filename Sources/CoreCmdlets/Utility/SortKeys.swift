import Values

/// Keys that are all numbers or all texts: their order takes no look at the values themselves.
enum SortKeys {
    case integers([Int])
    case reals([Double])
    case texts([[UInt32]])

    /// nil where the values are of several kinds, or of another one.
    init?(_ values: [Value], ignoreCase: Bool) {
        switch values.first {
        case .int, .long, .double:
            if let keys = Self(integers: values) ?? Self(reals: values) { self = keys } else { return nil }
        // Case decides only between texts that are the same otherwise, which a list of weights does not say.
        case .string where ignoreCase: self.init(texts: values)
        default: return nil
        }
    }

    private init?(integers values: [Value]) {
        var keys: [Int] = []
        keys.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .int(let number): keys.append(Int(number))
            case .long(let number): keys.append(Int(number))
            default: return nil
            }
        }
        self = .integers(keys)
    }

    private init?(reals values: [Value]) {
        var keys: [Double] = []
        keys.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .double(let number) where !number.isNaN: keys.append(number)
            case .int(let number): keys.append(Double(number))
            // Larger ones lose digits.
            case .long(let number) where number.magnitude <= 1 << 53: keys.append(Double(number))
            default: return nil
            }
        }
        self = .reals(keys)
    }

    private init?(texts values: [Value]) {
        var keys: [[UInt32]] = []
        keys.reserveCapacity(values.count)
        for value in values {
            guard case .string(let text) = value else { return nil }
            keys.append(Comparison.weights(text.value))
        }
        self = .texts(keys)
    }

    /// The places of the values in their order; equal ones stay as they came.
    func order(isDescending: Bool) -> [Int] {
        switch self {
        case .integers(let keys): Self.sorted(keys, isDescending) { $0 < $1 }
        case .reals(let keys): Self.sorted(keys, isDescending) { $0 < $1 }
        case .texts(let keys): Self.sorted(keys, isDescending) { $0.lexicographicallyPrecedes($1) }
        }
    }

    private static func sorted<Key>(_ keys: [Key], _ isDescending: Bool, _ precedes: (Key, Key) -> Bool) -> [Int] {
        var pairs = keys.enumerated().map { (key: $0.element, place: $0.offset) }
        if isDescending { pairs.sort { precedes($1.key, $0.key) } } else { pairs.sort { precedes($0.key, $1.key) } }
        return pairs.map(\.place)
    }
}
