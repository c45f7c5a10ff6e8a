import Values

/// `$ExecutionContext.SessionState.Provider`: finds providers by name.
final class ProviderManagement: EngineObject {
    override var type: ObjectType { Self.objectType }

    private static func named(_ name: String) throws -> Value {
        guard let provider = Provider.find(name) else {
            throw ValueError(
                "Cannot find a provider with the name '\(name)'.", id: "ProviderNotFound",
                exception: "System.Management.Automation.ProviderNotFoundException", category: "ObjectNotFound")
        }
        return ProviderObject.make(provider)
    }

    private static let objectType = ObjectType(
        "System.Management.Automation.CmdletProviderManagementIntrinsics", base: .object,
        members: [
            .method(
                "Get", "string name",
                returns: "System.Collections.ObjectModel.Collection[System.Management.Automation.ProviderInfo]"
            ) {
                _, arguments in .array([try named(arguments.string(0))])
            },
            .method("GetOne", "string name", returns: "System.Management.Automation.ProviderInfo") { _, arguments in
                try named(arguments.string(0))
            },
            .method("GetAll", returns: "System.Collections.Generic.IEnumerable[System.Management.Automation.ProviderInfo]") {
                _, _ in
                .array(Provider.allCases.map { ProviderObject.make($0) })
            },
        ])
}
