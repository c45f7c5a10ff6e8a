import CmdletKit
import CmdletSupport
import Values

/// Clear-ItemProperty.
struct ClearItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name = ""
    private var passThru: Switch = false
    private var force: Switch = false
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Clear-ItemProperty", aliases: ["clp"], synopsis: "Sets the attributes of files back to none.", defaultSet: "Path",
        confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Path"],
                completer: .paths,
                help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "Paths, taken literally."),
            Parameter("Name", \.name, position: 1, mandatory: true, pipeline: .byPropertyName, help: "The property: Attributes."),
            Parameter("PassThru", \.passThru, help: "Writes what it is now."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: no property of a file needs it."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        examples: [
            Example(
                "$f = New-Item \"/tmp/bulkhead-prop-$PID\"; $f.IsReadOnly = $true; Clear-ItemProperty $f Attributes; (Get-Item $f).IsReadOnly; Remove-Item $f",
                "A file that can be written again.", output: "False")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        try ItemPropertyAccess.forEach(path, literal: literalPath, names, runtime) { item in
            guard name.equalsIgnoringCase("Attributes") else {
                throw ValueError(
                    "The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.",
                    id: "Argument", exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
            }
            let action = item.isFolder ? "Clear Property Directory" : "Clear Property File"
            guard try runtime.shouldProcess(target: "Item: \(item.path) Property: \(name)", action: action) else { return }
            if item.isReadOnly { try item.setReadOnly(false) }
            if passThru.isOn { try runtime.write(.object(CustomObject([("Attributes", item.attributes.boxed)]))) }
        }
    }
}
