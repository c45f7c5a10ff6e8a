import CmdletKit
import Values

/// Get-UICulture: en-US, the language of the shell's messages.
struct GetUICulture: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-UICulture", synopsis: "Gets the culture of the shell's own texts: en-US.",
        description: """
            Writes a CultureInfo, the same as $PSUICulture names. Import-LocalizedData looks for texts of this culture \
            first. LANG and LC_ALL do not change it.
            """,
        outputs: ["System.Globalization.CultureInfo"],
        examples: [
            Example("(Get-UICulture).Name", "Tells the language of messages.", output: "en-US"),
            Example(
                "(Get-UICulture).Name -eq $PSUICulture",
                "It is the culture that $PSUICulture names.",
                output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.write(Culture("en-US")?.boxed ?? .null) }
}
