import Values

/// Sort keys that are all numbers or all strings. They are sorted without looking at the values, which is faster.
enum SortKeys {
    /// Int32 and Int64 values.
    case integers([Int])
    /// Numbers among which is a Double.
    case reals([Double])
    /// Strings.
    case texts([TextKey], [StringObject], ignoreCase: Bool)

    /// The keys of values; nil if the values are of several kinds or of another kind.
    init?(_ values: [Value], ignoreCase: Bool) {
        switch values.first {
        case .int, .long, .double:
            if let keys = Self(integers: values) ?? Self(reals: values) { self = keys } else { return nil }
        case .string: self.init(texts: values, ignoreCase: ignoreCase)
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
            // Integers above 2^53 are not exact as doubles.
            case .long(let number) where number.magnitude <= 1 << 53: keys.append(Double(number))
            default: return nil
            }
        }
        self = .reals(keys)
    }

    private init?(texts values: [Value], ignoreCase: Bool) {
        var keys: [TextKey] = []
        var texts: [StringObject] = []
        keys.reserveCapacity(values.count)
        texts.reserveCapacity(values.count)
        for value in values {
            guard case .string(let text) = value else { return nil }
            keys.append(TextKey(text.value))
            texts.append(text)
        }
        self = .texts(keys, texts, ignoreCase: ignoreCase)
    }

    /// The indices of the values in sorted order; equal values keep their order.
    func order(isDescending: Bool) -> [Int] {
        switch self {
        case .integers(let keys): Self.sorted(keys, isDescending) { $0.key < $1.key }
        case .reals(let keys): Self.sorted(keys, isDescending) { $0.key < $1.key }
        case .texts(let keys, let texts, let ignoreCase):
            Self.sorted(keys, isDescending) { left, right in
                if left.key != right.key { return left.key < right.key }
                return Comparison.order(texts[left.place].value, texts[right.place].value, ignoreCase: ignoreCase) < 0
            }
        }
    }

    private typealias Entry<Key> = (key: Key, place: Int)

    private static func sorted<Key>(
        _ keys: [Key], _ isDescending: Bool, _ precedes: (Entry<Key>, Entry<Key>) -> Bool
    ) -> [Int] {
        var entries: [Entry<Key>] = keys.enumerated().map { (key: $0.element, place: $0.offset) }
        if isDescending { entries.sort { precedes($1, $0) } } else { entries.sort(by: precedes) }
        return entries.map(\.place)
    }
}

/// The first 16 characters of a string as a number that sorts as they do. Most strings differ in these, so sorting compares numbers
/// that lie side by side, instead of strings scattered over memory.
struct TextKey: Comparable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    init(_ text: String) {
        var place = 0
        for byte in text.utf8 {
            let rank = byte < 0x80 ? Self.ranks[Int(byte)] : .max
            if place < 8 {
                high |= UInt64(rank) << (56 - 8 * UInt64(place))
            } else {
                low |= UInt64(rank) << (120 - 8 * UInt64(place))
            }
            place += 1
            // A character beyond ASCII gets the highest rank; strings with an equal key are compared as a whole.
            if place == 16 || rank == .max { return }
        }
    }

    static func < (left: TextKey, right: TextKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    /// The rank of each ASCII character in the order of `Comparison`, from 1: 0 stands for the end of the string, so that it sorts
    /// before any that goes on.
    private static let ranks: [UInt8] = {
        let weights = (0..<128).map { Comparison.weights(String(UnicodeScalar(UInt8($0))))[0] }
        let distinct = Set(weights).sorted()
        return weights.map { weight in UInt8(1 + (distinct.firstIndex(of: weight) ?? 0)) }
    }()
}
