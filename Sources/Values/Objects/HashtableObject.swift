/// System.Collections.Hashtable and OrderedDictionary.
///
/// Keys keep the order in which they came, for both: .NET's Hashtable promises none, and a stable one is kinder. Removal leaves a gap that
/// is closed when gaps outnumber entries, so that every operation is constant in time on average.
public final class HashtableObject: Object {
    public let isOrdered: Bool
    public let isCaseSensitive: Bool
    private var index: [HashKey: Int] = [:]
    private var entries: [(key: Value, value: Value)?] = []
    private let tableType: ObjectType

    /// Entries are listed by key (SortedDictionary, SortedList).
    public let isSorted: Bool

    public init(ordered: Bool = false, caseSensitive: Bool = false, type: ObjectType? = nil, sorted: Bool = false) {
        isOrdered = ordered
        isSorted = sorted
        isCaseSensitive = caseSensitive
        tableType = type ?? (ordered ? .orderedDictionary : .hashtable)
        super.init()
    }

    /// A table of its own with the entries of another one; nil for what is no table.
    static func copying(_ value: Value) -> HashtableObject? {
        guard let other = value.asObject(HashtableObject.self) else { return nil }
        let copy = HashtableObject()
        for (key, value) in other.pairs { copy[key] = value }
        return copy
    }

    public override var type: ObjectType { tableType }

    public var count: Int { index.count }

    /// Keys and values in order.
    public var pairs: [(key: Value, value: Value)] {
        let all = entries.compactMap { $0 }
        return isSorted ? all.sorted { ((try? Comparison.order($0.key, $1.key, ignoreCase: !isCaseSensitive)) ?? 0) < 0 } : all
    }
    public var keys: [Value] { isSorted ? pairs.map(\.key) : entries.compactMap { $0?.key } }
    public var values: [Value] { isSorted ? pairs.map(\.value) : entries.compactMap { $0?.value } }

    public subscript(key: Value) -> Value? {
        get {
            guard let place = index[HashKey(key, caseSensitive: isCaseSensitive)], let entry = entries[place] else { return nil }
            return entry.value
        }
        set {
            let hashKey = HashKey(key, caseSensitive: isCaseSensitive)
            guard let newValue else {
                if let place = index.removeValue(forKey: hashKey) {
                    entries[place] = nil
                    compactIfSparse()
                }
                return
            }
            if let place = index[hashKey] {
                entries[place]?.value = newValue
            } else {
                index[hashKey] = entries.count
                entries.append((key, newValue))
            }
        }
    }

    public subscript(key: String) -> Value? {
        get { self[.string(key)] }
        set { self[.string(key)] = newValue }
    }

    /// The entry at a position, for ordered dictionaries; nil out of range.
    public func entry(at position: Int) -> (key: Value, value: Value)? {
        compact()
        return entries.indices.contains(position) ? entries[position] : nil
    }

    public func removeAll() {
        index = [:]
        entries = []
    }

    private func compactIfSparse() {
        if entries.count > 16, entries.count > index.count &* 2 { compact() }
    }

    private func compact() {
        guard entries.count != index.count else { return }
        entries = entries.filter { $0 != nil }
        for (place, entry) in entries.enumerated() {
            if let entry { index[HashKey(entry.key, caseSensitive: isCaseSensitive)] = place }
        }
    }
}

/// A key as hashtables compare them: numbers by type and value, strings with or without case, other objects by identity or text.
struct HashKey: Hashable {
    private enum Form: Hashable {
        case null, bool(Bool), int(Int64), double(Double), char(UInt16)
        case text(String), folded(FoldedString), typed(String, String), identity(ObjectIdentifier), own(ObjectIdentity)
    }
    private let form: Form

    /// - Parameter byIdentity: an object with an equality of its own counts by identity all the same: what System.Object's methods do.
    init(_ value: Value, caseSensitive: Bool, byIdentity: Bool = false) {
        switch value {
        case .null, .nothing, .unset: form = .null
        case .bool(let flag): form = .bool(flag)
        case .int(let number): form = .int(Int64(number))
        case .long(let number): form = .int(number)
        case .double(let number): form = .double(number)
        case .fixed: form = .typed(value.type.name, value.roundTripText)
        case .char(let unit): form = .char(unit)
        case .string(let text): form = caseSensitive ? .text(text.value) : .folded(FoldedString(text.value))
        case .array(let array): form = .identity(ObjectIdentifier(array))
        case .object(let object):
            if let own = object.keyEquality, !byIdentity {
                form = .own(ObjectIdentity(own))
            } else if object.type.isValueType, let text = object.stringForm {
                form = .typed(object.type.name, text)
            } else {
                form = .identity(ObjectIdentifier(object))
            }
        }
    }
}

/// A string that equals its other-case spellings; hashes ASCII without making a lower-case copy.
struct FoldedString: Hashable {
    let text: String
    init(_ text: String) { self.text = text }

    static func == (left: FoldedString, right: FoldedString) -> Bool { left.text.equalsIgnoringCase(right.text) }

    func hash(into hasher: inout Hasher) {
        var copy = text
        let ascii = copy.withUTF8 { bytes -> Bool in
            for byte in bytes where byte >= 0x80 { return false }
            var word: UInt64 = 0
            var count: UInt64 = 0
            for byte in bytes {
                let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
                word = word << 8 | UInt64(lower)
                count &+= 1
                if count & 7 == 0 { hasher.combine(word) }
            }
            hasher.combine(word)
            hasher.combine(count)
            return true
        }
        if !ascii { hasher.combine(text.lowercased()) }
    }
}
