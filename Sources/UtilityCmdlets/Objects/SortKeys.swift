import Values

/// Keys that are all numbers or all texts: their order takes no look at the values themselves.
enum SortKeys {
    case integers([Int])
    case reals([Double])
    case texts([TextKey], [StringObject], ignoreCase: Bool)

    /// nil where the values are of several kinds, or of another one.
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
            // Larger ones lose digits.
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

    /// The places of the values in their order; equal ones stay as they came.
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

/// How a text begins, as a number: most texts differ in their first sixteen characters, and numbers are compared without a look at the texts,
/// which lie all over the memory.
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
            // Everything beyond ASCII sorts behind it; among itself the whole texts decide.
            if place == 16 || rank == .max { return }
        }
    }

    static func < (left: TextKey, right: TextKey) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    /// Where each ASCII character sorts, from 1: a text that ends comes before one that goes on.
    private static let ranks: [UInt8] = {
        let weights = (0..<128).map { Comparison.weights(String(UnicodeScalar(UInt8($0))))[0] }
        let distinct = Set(weights).sorted()
        return weights.map { weight in UInt8(1 + (distinct.firstIndex(of: weight) ?? 0)) }
    }()
}
