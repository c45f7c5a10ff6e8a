import CmdletKit
import Values

/// `$object.PSObject`: the members and types of an object (about_Intrinsic_Members).
final class PSObjectView: Object {
    private let object: Value
    private let link: EngineLink

    private init(_ object: Value, _ link: EngineLink) {
        self.object = object
        self.link = link
        super.init()
    }

    static func make(_ object: Value, _ frame: Frame) -> Value { .object(PSObjectView(object, frame.engine.link)) }

    /// The object's type names. The list is live, so that a change of it changes the object's types, except for scalar values.
    static func typeNames(_ object: Value) -> Value {
        object.reference.map { .object($0.typeNameCollection) } ?? .array(object.typeNames.map { .string($0) })
    }

    override var type: ObjectType { Self.objectType }
    override var stringForm: String? { object.displayText }

    private static func own(_ value: Value) throws -> PSObjectView {
        guard let view = value.asObject(PSObjectView.self) else { throw ValueError("This is no PSObject.", id: "InvalidOperation") }
        return view
    }

    private static func collection(_ name: String, _ scope: MemberCollection.Scope) -> Member {
        .property(name, "System.Management.Automation.PSMemberInfoCollection") { value in
            let view = try own(value)
            return .object(MemberCollection(view.object, scope, view.link))
        }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.PSMemberSet", base: .object,
        members: [
            collection("Members", .all), collection("Properties", .properties), collection("Methods", .methods),
            .property("ImmediateBaseObject", "object") { try own($0).object },
            .property("BaseObject", "object") { try own($0).object },
            .property("TypeNames", "System.Collections.ObjectModel.Collection`1[System.String]") { typeNames(try own($0).object) },
            .method("Copy", returns: "System.Management.Automation.PSObject") { value, _ in
                let view = try own(value)
                guard let custom = view.object.asObject(CustomObject.self) else { return view.object }
                let copy = CustomObject()
                copy.attached = custom.attached?.copy()
                return .object(copy)
            },
        ])
}
