import Values

/// System.Management.Automation.ExperimentalFeature: this shell has no features that are turned on one by one, and so none is enabled.
enum ExperimentalFeatureType {
    static let type = ObjectType(
        "System.Management.Automation.ExperimentalFeature", base: .object,
        statics: [.function("IsEnabled", "string featureName", returns: "bool") { _ in .bool(false) }])
}
