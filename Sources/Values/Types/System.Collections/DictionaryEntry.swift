/// One entry of a dictionary, as GetEnumerator and formatting list them.
public final class DictionaryEntry: Object {
    public init(key: Value, value: Value) {
        super.init()
        attached = AttachedMembers(notes: [("Name", key), ("Key", key), ("Value", value)])
    }

    public override var type: ObjectType { .dictionaryEntry }
}

extension ObjectType {
    public static let dictionaryEntry = ObjectType("System.Collections.DictionaryEntry", base: .valueType, isValueType: true)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Collections.DictionaryEntry") { .dictionaryEntry }
}
