/// The .NET types beyond the language's own, with the names that scripts give them.
enum DotNetTypes {
    static let all: [(ObjectType, [String])] =
        StringEnumerations.all + [(DateTimeOffsetType.type, ["datetimeoffset"])] + SingletonTypes.all + IOEnumerations.all
        + StyleTypes.all
        + CredentialType.all + [
            (MathType.type, ["math"]), (WebUtilityType.webUtility, []), (WebUtilityType.httpUtility, []),
            (WebUtilityType.securityElement, []), (AssemblyObject.objectType, ["reflection.assembly"]),
            (TimeSpan.objectType, ["timespan"]),
            (DateTime.objectType, ["datetime"]),
            (GuidType.type, ["guid"]),
            (VersionType.type, ["version"]), (DateOnlyType.type, ["dateonly"]), (TimeOnlyType.type, ["timeonly"]),
            (SemanticVersionType.type, ["semver", "semanticversion", "management.automation.semanticversion"]),
            (RegexType.type, ["regex", "text.regularexpressions.regex"]), (RegexType.optionsType, []), (MatchType.match, []),
            (MatchType.group, []), (MatchType.capture, []), (RegexType.matches, []), (MatchType.groups, []),
            (StringBuilderType.type, ["text.stringbuilder"]), (StringComparerType.type, []), (ConvertType.type, []),
            (BitConverterType.type, []),
            (EncodingType.base, []), (EncodingType.utf8, []), (EncodingType.unicode, []), (EncodingType.utf32, []),
            (EncodingType.ascii, []), (EncodingType.utf7, []),
            (EncodingType.latin1, []), (StopwatchType.type, ["diagnostics.stopwatch"]),
            (CultureType.type, ["cultureinfo", "globalization.cultureinfo"]), (UriType.type, ["uri"]),
            (IPAddressType.type, ["ipaddress", "net.ipaddress"]), (IPAddressType.addressFamily, ["net.sockets.addressfamily"]),
            (TupleType.factory, []), (QueueType.plain, []), (StackType.plain, []),
        ]
}
