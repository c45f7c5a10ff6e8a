import Values

/// System.Management.Automation.PSVariable: a variable as an object.
///
/// It stays bound to the variable: Value reads and sets the variable itself.
public final class VariableObject: Object, LiveValue {
    let name: String
    private let scope: Scope
    /// The variable as it was when the object was made, for the time after the variable was removed.
    private let last: VariableInfo

    /// Makes the object of a variable of a scope.
    public init(_ info: VariableInfo, in scope: Scope) {
        name = info.name
        last = info
        self.scope = scope
        super.init()
    }

    /// The variable as it is now.
    public var info: VariableInfo { scope.info(name) ?? last }

    public var value: Value { info.value.orNull }
    public func set(_ value: Value) throws { try scope.set(name, value) }

    /// The variable of a name, as seen from the current scope; nil where there is none.
    public static func make(_ name: String, _ engine: Engine) -> Value? {
        guard let scope = engine.holder(of: name), let info = scope.info(name) else { return nil }
        return .object(VariableObject(info, in: scope))
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { "System.Management.Automation.PSVariable" }

    private static func read(_ value: Value) -> VariableInfo? { value.asObject(VariableObject.self)?.info }

    private static func change(_ value: Value, _ change: (inout VariableInfo) -> Void) throws {
        guard let object = value.asObject(VariableObject.self) else { return }
        var info = object.info
        change(&info)
        try object.scope.define(info, force: true)
    }

    /// The type.
    public static let objectType = ObjectType(
        "System.Management.Automation.PSVariable", base: .object,
        members: [
            .property("Name", "string") { .string(read($0)?.name ?? "") },
            .property("Description", "string", set: { target, text in try change(target) { $0.description = text.displayText } }) {
                .string(read($0)?.description ?? "")
            },
            .property(
                "Value", "System.Object",
                set: { target, value in
                    guard let object = target.asObject(VariableObject.self) else { return }
                    try object.scope.set(object.name, value)
                }, { read($0)?.value.orNull ?? .null }),
            .property("Visibility", "System.Management.Automation.SessionStateEntryVisibility") { value in
                .object(EnumObject(visibility, rawValue: read(value)?.isPrivateVisibility == true ? 1 : 0))
            },
            .property("Module", "System.Management.Automation.PSModuleInfo") { _ in .null },
            .property("ModuleName", "string") { _ in .string("") },
            .property(
                "Options", "System.Management.Automation.ScopedItemOptions",
                set: { target, value in
                    let options = try ScopedItemOptions.fromArgument(value)
                    try change(target) { $0.options = options }
                }, { read($0)?.options.boxed ?? .null }),
            .property("Attributes", "System.Collections.ObjectModel.Collection[System.Attribute]") { _ in .array([]) },
        ])

    /// System.Management.Automation.SessionStateEntryVisibility.
    public static let visibility = ObjectType.enumeration(
        "System.Management.Automation.SessionStateEntryVisibility", Enumeration(["Public", "Private"]))
}
