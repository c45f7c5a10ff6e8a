/// The base of everything that a `Value` refers to.
///
/// Any object can carry members of its own beside those of its type, as Add-Member and Select-Object attach them.
open class Object {
    /// Members attached to this one object; nil for nearly all of them.
    public final var attached: AttachedMembers?

    /// An object without attached members.
    public init() {}

    /// The type that describes the object's declared members.
    open var type: ObjectType { .object }

    /// The string that `"$object"` and -f give; nil makes the type's name stand for it.
    open var stringForm: String? { nil }

    /// The elements that a pipeline, foreach and -contains see; nil for something that is not enumerated.
    open var enumerated: [Value]? { nil }

    /// The object itself, where its properties are what it holds. A method and not a cast: it is asked on every access to a property.
    open var dynamicMembers: (any DynamicMembersObject)? { nil }

    /// The object itself, where a class of a script says how it equals others: hashtables and sets ask it. A property and not a cast: it is
    /// asked for every key that is an object.
    open var keyEquality: (any KeyEquality)? { nil }

    /// The type names as a collection: what a script adds to it or takes out changes the object's type names.
    public final var typeNameCollection: ListObject {
        let members = attached ?? AttachedMembers()
        attached = members
        return members.typeNameCollection(type.hierarchy)
    }

    /// The type names, most derived first, by which views are found.
    public final var typeNames: [String] {
        if let names = attached?.typeNames { return names }
        return type.hierarchy
    }
}

extension ObjectType {
    /// System.Object, the base of all types but interfaces.
    public static let object = ObjectType("System.Object", members: ObjectMembers.instance, statics: ObjectMembers.statics)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Object", "object") { .object } }
