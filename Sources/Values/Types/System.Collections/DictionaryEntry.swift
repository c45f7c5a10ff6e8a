/// One entry of a dictionary, as GetEnumerator and formatting list them.
public final class DictionaryEntry: Object {
    private let entryType: ObjectType

    /// - Parameter type: DictionaryEntry, or a KeyValuePair of types.
    public init(key: Value, value: Value, type: ObjectType = .dictionaryEntry) {
        entryType = type
        super.init()
        attached = AttachedMembers(notes: [("Name", key), ("Key", key), ("Value", value)])
    }

    public override var type: ObjectType { entryType }
    public override var stringForm: String? {
        "[" + ["Key", "Value"].map { attached?[$0]?.stored?.displayText ?? "" }.joined(separator: ", ") + "]"
    }
}

extension ObjectType {
    /// System.Collections.DictionaryEntry.
    public static let dictionaryEntry = ObjectType("System.Collections.DictionaryEntry", base: .valueType, isValueType: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.DictionaryEntry") { .dictionaryEntry }
}
