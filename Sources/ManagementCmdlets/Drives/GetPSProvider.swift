import CmdletKit
import Interpreter
import Values

/// Get-PSProvider: writes the providers.
struct GetPSProvider: Cmdlet {
    private var provider: [String] = ["*"]

    static let declaration = CmdletDeclaration<Self>(
        "Get-PSProvider", synopsis: "Gets the providers, which keep the items of drives.",
        description: """
            The providers are Alias, Environment, FileSystem, Function and Variable. Takes names from the pipeline \
            and writes a System.Management.Automation.ProviderInfo for each. A name without wildcards that is no \
            provider is an error.
            """,
        parameters: [
            Parameter(
                \.provider, named: "PSProvider", position: 0, pipeline: [.byValue, .byPropertyName],
                completer: .values(["Alias", "Environment", "FileSystem", "Function", "Variable"]),
                help: "Names of providers; wildcards are allowed.")
        ],
        outputs: ["System.Management.Automation.ProviderInfo"],
        examples: [
            Example("(Get-PSProvider Env*).Name", "A provider.", output: "Environment"),
            Example(
                "(Get-PSProvider).Name -join ' '",
                "All of them.", output: "Alias Environment FileSystem Function Variable"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        for pattern in provider {
            let found = Provider.allCases.filter {
                Wildcard(pattern).matches($0.name) || Wildcard(pattern).matches($0.qualifiedName)
            }
            for provider in found { try runtime.write(ProviderObject.make(provider)) }
            if found.isEmpty, !Wildcard.isPattern(pattern) {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot find a provider with the name '\(pattern)'.", id: "ProviderNotFound", category: "ObjectNotFound",
                        exception: "System.Management.Automation.ProviderNotFoundException", target: .string(pattern)))
            }
        }
    }
}
