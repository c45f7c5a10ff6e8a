import Values

/// System.Management.Automation.PathInfo: a path as Get-Location, Resolve-Path and `$PWD` give it.
public enum PathInfo {
    public static let type = ObjectType(
        "System.Management.Automation.PathInfo", base: .object,
        members: ["Path", "ProviderPath"].map { name in .property(name, "string") { .string($0.displayText) } } + [
            .property("Provider", "string") { _ in .string("Microsoft.PowerShell.Core\\FileSystem") },
            .property("Drive", "string") {
                .string($0.displayText.dropFirst().first == ":" ? String($0.displayText.prefix(1)) : "/")
            },
        ], defaultDisplay: ["Path"])

    public static func make(_ path: String) -> Value { .object(NativeObject(path, type: type, text: { $0 })) }
}
