import CmdletKit
import Values

/// The types that commands and the language's own machinery bring, beside those of `Values`.
enum EngineTypes {
    /// Made when a script first names a type that `Values` does not know: a shell that never does starts without them.
    private static let table: [FoldedName: ObjectType] = {
        var table: [FoldedName: ObjectType] = [:]
        for type in ExceptionTypes.all { table[FoldedName(type.name)] = type }
        for (type, names) in named {
            for name in [type.name] + names { table[FoldedName(name)] = type }
        }
        return table
    }()

    private static let named: [(ObjectType, [String])] =
        ParameterAttributeTypes.all + [
            (FileType.type, ["io.file"]), (DirectoryType.type, ["io.directory"]), (DirectoryType.searchOption, []),
            (ParserType.type, ["management.automation.language.parser"]),
            (ScriptBlock.objectType, ["scriptblock"]), (SwitchParameter.objectType, ["switch", "switchparameter"]),
            (ReferenceObject.objectType, ["ref", "psreference"]), (ErrorRecord.objectType, ["errorrecord"]),
            (ErrorCategory.type, ["errorcategory"]), (ErrorDetails.type, ["errordetails"]),
            (ModuleInfo.objectType, ["psmoduleinfo"]), (CommandObjectTypes.base, []),
            (CommandObjectTypes.commandTypes, ["commandtypes"]),
            (CommandObjectTypes.type("Function"), ["functioninfo"]), (CommandObjectTypes.type("Cmdlet"), ["cmdletinfo"]),
            (CommandObjectTypes.type("Alias"), ["aliasinfo"]), (CommandObjectTypes.type("Application"), ["applicationinfo"]),
            (CommandObjectTypes.type("ExternalScript"), ["externalscriptinfo"]),
            (ActionPreference.type, ["actionpreference"]), (PathType.type, ["io.path"]),
        ]

    static func find(_ name: String) -> ObjectType? {
        let key = FoldedName(name)
        return table[key] ?? table[FoldedName("System." + name)] ?? table[FoldedName("System.Management.Automation." + name)]
    }
}
