import CmdletKit
import Interpreter
import SourceText
import Values

/// Import-LocalizedData: reads a script's data file for a culture, or the nearest parent culture that has one.
struct ImportLocalizedData: Cmdlet {
    private var bindingVariable = ""
    private var uiCulture = "en-US"
    private var baseDirectory: String?
    private var fileName: String?
    private var supportedCommand: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Import-LocalizedData", synopsis: "Reads a script's texts from a data file of the user's language.",
        description:
            """
            Looks for the file of the calling script's name, or of -FileName, in the folder of the culture (en-US), of \
            its parents (en), and at last in the base folder itself. The texts are written as a hashtable, or put into \
            the variable of -BindingVariable, where they are added to texts that it holds. The file is data: only \
            ConvertFrom-StringData and -SupportedCommand may be called in it.
            """,
        parameters: [
            Parameter(
                \.bindingVariable, aliases: ["Variable"], position: 0,
                help: "The name of the variable that takes the hashtable, without $; without it the hashtable is written."),
            Parameter(\.uiCulture, named: "UICulture", position: 1, help: "The culture whose texts are wanted; en-US without it."),
            Parameter(
                \.baseDirectory, completer: .paths,
                help: "The folder that holds those of the cultures; the calling script's without it."),
            Parameter(
                \.fileName, help: "The data file's name, with or without .psd1; that of the calling script without it."),
            Parameter(
                \.supportedCommand,
                help: "Names of commands that the data file may call, beside ConvertFrom-StringData."),
        ],
        outputs: ["System.Collections.Hashtable"],
        examples: [
            Example(
                "$d = New-TemporaryDirectory; $null = mkdir $d/en-US; Set-Content $d/en-US/t.psd1 \"@{ Hi = 'Hello' }\"; (Import-LocalizedData -BaseDirectory $d -FileName t).Hi; Remove-Item -Recurse $d",
                "Reads a text of the default language.",
                output: "Hello"),
            Example(
                "$d = New-TemporaryDirectory; $null = mkdir $d/de; Set-Content $d/de/t.psd1 \"@{ Hi = 'Hallo' }\"; Import-LocalizedData words -UICulture de-DE -BaseDirectory $d -FileName t; $words.Hi; Remove-Item -Recurse $d",
                "Puts the texts of another language into a variable.",
                output: "Hallo"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let script = try runtime.service(InvocationInfo.self).position?.file.path
        let table = HashtableObject()
        do {
            let file = try find(engine, script)
            let commands = ["ConvertFrom-StringData"] + supportedCommand
            let data = try DataFile.read(engine.fileSystem.display(file), commands: commands, engine)
            for (key, value) in data.pairs { table[key.displayText] = value }
        } catch let error as ValueError {
            // Without a data file the variable keeps the texts that it had.
            try runtime.writeError(ErrorRecord.wrapping(error))
            return
        }
        guard !bindingVariable.isEmpty else {
            try runtime.write(.object(table))
            return
        }
        let scope = try runtime.service(Frame.self).scope
        // Texts that the script has set itself remain where the data file has none.
        if let own = scope.value(bindingVariable)?.asObject(HashtableObject.self) {
            for (key, value) in own.pairs where table[key] == nil { table[key.displayText] = value }
        }
        try scope.set(bindingVariable, .object(table))
    }

    private func find(_ engine: Engine, _ script: String?) throws -> String {
        let folder: String
        if let baseDirectory {
            folder = engine.fileSystem.hostPath(baseDirectory)
        } else if let script {
            folder = engine.fileSystem.hostPath(FileSystemView.folder(of: script))
        } else {
            throw ValueError(
                "The argument for -BaseDirectory is missing: Import-LocalizedData looks beside a script, and there is none here.",
                id: "ImportLocalizedData", exception: "System.Management.Automation.PSInvalidOperationException",
                category: "InvalidOperation")
        }
        var leaf = fileName ?? script.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
        for ending in [".psd1", ".psm1", ".ps1"] where leaf.lowercased().hasSuffix(ending) { leaf.removeLast(ending.count) }
        guard !leaf.isEmpty else {
            throw ValueError(
                "The -FileName parameter is required where Import-LocalizedData is not called from a script file.",
                id: "ImportLocalizedData", exception: "System.Management.Automation.PSInvalidOperationException",
                category: "InvalidOperation")
        }
        var culture = uiCulture
        while true {
            let path = (culture.isEmpty ? folder : folder + "/" + culture) + "/" + leaf + ".psd1"
            if engine.fileSystem.isFile(path) { return path }
            guard !culture.isEmpty else { break }
            culture = culture.lastIndex(of: "-").map { String(culture[..<$0]) } ?? ""
        }
        throw ValueError(
            "Cannot find the Windows PowerShell data file '\(leaf).psd1' in directory '\(folder)/\(uiCulture)/', or in any parent culture directories.",
            id: "ImportLocalizedData",
            exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidOperation")
    }
}
