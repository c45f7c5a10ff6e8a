import CmdletKit
import SourceText
import Values

extension Engine {
    /// `using module`: loads the module that Get-Module -ListAvailable lists first, and adds its types to the text and the scope.
    ///
    /// Import-Module instead takes any loaded module of the name. A text has to mean the same module wherever it runs.
    /// - Throws: ModuleNotFoundDuringParse; what the module's code throws.
    func useModule(_ written: ModuleSpecification, in frame: Frame, file: SourceFile) throws {
        var wanted = written
        wanted.name = wanted.name.replacing("\\", with: "/")
        if wanted.name.hasPrefix("."), let path = file.path {
            wanted.name = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" + wanted.name
        }
        let origin = try ModuleLoader(self, frame).find(wanted)
        if origin == nil, builtinModule(wanted.name) == nil, loadedModule(wanted) == nil {
            throw ValueError(
                "Could not find the module '\(written.requirementText)'.", id: "ModuleNotFoundDuringParse",
                exception: "System.Management.Automation.ParseException", category: "ParserError")
        }
        if !wanted.isConstrained, !ModuleLoader.isPath(wanted.name), case .manifest(let manifest)? = origin {
            wanted.required = manifest.version
        }
        use(try importModule(wanted, in: frame), in: frame.scope, file: file)
    }
}
