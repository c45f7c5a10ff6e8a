import CmdletKit
import SourceText
import Values

extension Engine {
    /// `using module`: loads the module that Get-Module -ListAvailable names first, and brings its types into the text and the scope.
    ///
    /// Unlike Import-Module, which takes whatever of that name is loaded, for a text means the same module wherever it runs.
    func useModule(_ written: ModuleSpecification, in frame: Frame, file: SourceFile) throws {
        var wanted = written
        wanted.name = wanted.name.replacing("\\", with: "/")
        if wanted.name.hasPrefix("."), let path = file.path {
            wanted.name = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" + wanted.name
        }
        let loader = ModuleLoader(self, frame)
        if builtinModule(wanted.name) == nil, try loader.file(of: wanted) == nil, loadedModule(wanted) == nil {
            throw ValueError(
                "Could not find the module '\(written.requirementText)'.", id: "ModuleNotFoundDuringParse",
                exception: "System.Management.Automation.ParseException", category: "ParserError")
        }
        if !wanted.isConstrained, !ModuleLoader.isPath(wanted.name), let path = try loader.file(of: wanted),
            path.lowercased().hasSuffix(".psd1")
        {
            wanted.required = try ModuleManifest(path, self).version
        }
        use(try importModule(wanted, in: frame), in: frame.scope, file: file)
    }
}
