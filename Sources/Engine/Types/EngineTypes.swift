import CmdletKit
import Values

/// The types that commands and the language's own machinery bring, beside those of `Values`.
final class EngineTypes: Sendable {
    /// Made when a script first names a type that `Values` does not know: a shell that never does starts without them.
    private static let table: [FoldedName: ObjectType] = {
        var table: [FoldedName: ObjectType] = [:]
        for type in ExceptionTypes.all { table[FoldedName(type.name)] = type }
        for (type, names) in named {
            for name in [type.name] + names { table[FoldedName(name)] = type }
        }
        for type in AstTypes.all.values + ProxyCommand.parameterClasses { table[FoldedName(type.name)] = type }
        return table
    }()

    private static let named: [(ObjectType, [String])] =
        ParameterAttributeTypes.all + AttributeBaseTypes.all + MemberKind.all + [
            (DirectoryType.searchOption, []), (ExecutionContextObject.objectType, ["engineintrinsics"]),
            (ScriptBlock.objectType, ["scriptblock"]), (SwitchParameter.objectType, ["switch", "switchparameter"]),
            (ReferenceObject.objectType, ["ref", "psreference"]), (ErrorRecord.objectType, ["errorrecord"]),
            (ErrorCategory.type, ["errorcategory"]), (ErrorDetails.type, ["errordetails"]),
            (ModuleInfo.objectType, ["psmoduleinfo"]), (ModuleSpecificationType.type, []), (ModuleInfo.accessModes, []),
            (CommandObjectTypes.base, []),
            (CommandObjectTypes.commandTypes, ["commandtypes"]),
            (CommandObjectTypes.type("Function"), ["functioninfo"]), (CommandObjectTypes.type("Cmdlet"), ["cmdletinfo"]),
            (CommandObjectTypes.type("Alias"), ["aliasinfo"]), (CommandObjectTypes.type("Application"), ["applicationinfo"]),
            (CommandObjectTypes.type("ExternalScript"), ["externalscriptinfo"]),
            (SessionStateObject.objectType, []), (SessionStateInternal.objectType, []),
            (CommandMetadata.type, []), (ParameterMetadata.type, []), (ProxyCommand.type, []), (ProxyCommand.codeGeneration, []),
            (WildcardPatternType.type, ["wildcardpattern"]), (WildcardPatternType.options, []),
            (LanguagePrimitivesType.type, []), (Breakpoint.objectType, []), (VariableObject.objectType, ["psvariable"]),
            (PointerType.type, []), (EnvironmentType.specialFolder, ["environment+specialfolder"]), (EnvironmentType.target, []),
            (PSTokens.parser, []),
            (PSTokens.kinds, []), (PSTokens.token, []), (StreamObject.base, []),
            (StreamObject.memoryStream, []),
            (TextWriterObject.base, []), (TextWriterObject.stringWriter, []), (TextReaderObject.base, []),
            (TextReaderObject.stringReader, []), (XMLWriterObject.settingsType, []), (XMLWriterObject.schema, []),
            (ActionPreference.type, ["actionpreference"]), (NativeArguments.style, []), (InvocationInfo.objectType, []),
            (HostStructures.coordinates, []), (HostStructures.size, []),
            (CompletionObjects.resultType, ["completionresult"]), (CompletionObjects.kindType, ["completionresulttype"]),
            (InformationRecord.objectType, []), (ProgressRecord.objectType, []), (RunspaceTypes.runspace, []),
            (RunspaceTypes.state, []),
            (RunspaceTypes.availability, []),
        ] + JobTypes.all.map { ($0, []) } + PowerShellTypes.all + RunspaceFactory.all + SessionStateEntries.all
        + ThreadingTypes.all + [
            (EventRecord.objectType, []), (EventSubscriber.objectType, []), (TimerObject.objectType, ["timers.timer"]),
            (FileSystemWatcherObject.objectType, []), (FileSystemWatcherObject.changeTypes, []),
            (FileSystemWatcherObject.notifyFilters, []),
        ]

    /// Those that see the files and the display of one session.
    private let ofFiles: Once<[FoldedName: ObjectType]>

    init(_ paths: MachinePaths, _ link: EngineLink) {
        ofFiles = Once {
            var table: [FoldedName: ObjectType] = [:]
            let types = [
                FileType(paths: paths).type, DirectoryType(paths: paths).type, PathType(paths: paths).type,
                EnvironmentType(paths: paths).type,
                ParserType(paths: paths).type, TestHooksType(link: link).type, ConsoleType(link: link).type,
                TextWriterObject.streamWriter(FileType(paths: paths)),
                TextReaderObject.streamReader(FileType(paths: paths)), StreamObject.fileStream(FileType(paths: paths)),
                XMLWriterObject.type(FileType(paths: paths)),
            ]
            for type in types { table[FoldedName(type.name)] = type }
            return table
        }
    }

    /// Their full names, for completion.
    var names: [String] { Set((Array(Self.table.values) + ofFiles.value.values).map(\.name)).sorted() }

    /// A type of this session.
    func find(_ name: String) -> ObjectType? { Self.find(name) ?? Self.find(name, in: ofFiles.value) }

    /// A type that is the same in every session.
    static func find(_ name: String) -> ObjectType? { find(name, in: table) }

    private static func find(_ name: String, in table: [FoldedName: ObjectType]) -> ObjectType? {
        table[FoldedName(name)] ?? table[FoldedName("System." + name)] ?? table[FoldedName("System.Management.Automation." + name)]
    }
}
