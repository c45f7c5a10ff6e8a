import CmdletKit
import Values

/// Get-UICulture.
struct GetUICulture: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-UICulture", synopsis: "Gets the culture of the shell's own texts: en-US.",
        outputs: ["System.Globalization.CultureInfo"],
        examples: [Example("(Get-UICulture).Name", "English.", output: "en-US")])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.write(Culture("en-US")?.boxed ?? .null) }
}
