/// System.Collections.Hashtable and OrderedDictionary.
///
/// Keys keep the order in which they came, for both: .NET's Hashtable promises none, and a stable one is kinder. Removal leaves a gap that
/// is closed when gaps outnumber entries, so that every operation is constant in time on average.
public final class HashtableObject: Object {
    /// Whether entries have places (OrderedDictionary).
    public let isOrdered: Bool
    /// Whether keys that differ in case are two.
    public let isCaseSensitive: Bool
    private var index: [HashKey: Int] = [:]
    private var entries: [(key: Value, value: Value)?] = []
    private let tableType: ObjectType

    /// Entries are listed by key (SortedDictionary, SortedList).
    public let isSorted: Bool

    /// An empty table; its type is Hashtable or OrderedDictionary where none is given.
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

    /// How many entries the table has.
    public var count: Int { index.count }

    /// Keys and values in order.
    public var pairs: [(key: Value, value: Value)] {
        let all = entries.compactMap { $0 }
        return isSorted ? all.sorted { ((try? Comparison.order($0.key, $1.key, ignoreCase: !isCaseSensitive)) ?? 0) < 0 } : all
    }
    /// The keys in order.
    public var keys: [Value] { isSorted ? pairs.map(\.key) : entries.compactMap { $0?.key } }
    /// The values in the order of their keys.
    public var values: [Value] { isSorted ? pairs.map(\.value) : entries.compactMap { $0?.value } }

    /// The value of a key; setting nil removes the entry.
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

    /// The value of a text key; setting nil removes the entry.
    public subscript(key: String) -> Value? {
        get { self[.string(key)] }
        set { self[.string(key)] = newValue }
    }

    /// The entry at a position, for ordered dictionaries; nil out of range.
    public func entry(at position: Int) -> (key: Value, value: Value)? {
        compact()
        return entries.indices.contains(position) ? entries[position] : nil
    }

    /// Removes every entry.
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

extension ObjectType {
    /// System.Collections.Hashtable.
    public static let hashtable: ObjectType = ObjectType(
        "System.Collections.Hashtable", base: .object,
        interfaces: ["System.Collections.IDictionary", "System.Collections.ICollection", "System.Collections.IEnumerable"],
        members: HashtableMembers.hashtable + HashtableMembers.instance, statics: [synchronized],
        construct: { arguments in .object(HashtableObject.copying(arguments[0]) ?? HashtableObject()) },
        convert: { value in
            // A constructor takes a number and a comparer too, but nothing becomes a table by a cast that is none.
            guard let table = HashtableObject.copying(value) else {
                var refused = ValueError.cannotConvert(value, to: "System.Collections.Hashtable")
                refused.errorID = "InvalidCastConstructorException"
                throw refused
            }
            return .object(table)
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.Hashtable", "hashtable") { .hashtable }
}
