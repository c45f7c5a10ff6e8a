import Interpreter
import Values

extension TypeList {
    /// .NET's types that need the engine: its files, its display, its runspaces.
    public static let scriptTypes = TypeList {
        [
            (DirectoryType.searchOption, []), (WildcardPatternType.type, ["wildcardpattern"]), (WildcardPatternType.options, []),
            (LanguagePrimitivesType.type, []), (PointerType.type, []), (StreamObject.base, []), (StreamObject.memoryStream, []),
            (TextWriterObject.base, []), (TextWriterObject.stringWriter, []), (TextReaderObject.base, []),
            (TextReaderObject.stringReader, []), (XMLWriterObject.settingsType, []), (XMLWriterObject.schema, []),
            (EnvironmentType.specialFolder, ["environment+specialfolder"]), (EnvironmentType.target, []),
            (HostStructures.coordinates, []), (HostStructures.size, []),
        ] + PowerShellTypes.all + RunspaceFactory.all + SessionStateEntries.all + ThreadingTypes.all
    } ofSession: { paths, link in
        [
            FileType(paths: paths).type, DirectoryType(paths: paths).type, PathType(paths: paths).type,
            EnvironmentType(paths: paths).type,
            TestHooksType(link: link).type, ConsoleType(link: link).type,
            TextWriterObject.streamWriter(FileType(paths: paths)),
            TextReaderObject.streamReader(FileType(paths: paths)), StreamObject.fileStream(FileType(paths: paths)),
            XMLWriterObject.type(FileType(paths: paths)),
        ]
    }
}

extension Engine {
    /// Brings .NET's types that need the engine.
    public func addScriptTypes() {
        add(.scriptTypes)
        provide(XMLDocumentFiles(), as: (any DocumentFiles).self)
    }
}
