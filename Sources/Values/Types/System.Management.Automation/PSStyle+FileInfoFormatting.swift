/// `$PSStyle.FileInfo`: how names of files and folders are coloured.
public final class FileInfoStyles: StyleSection {
    /// By a file name's extension, with its dot.
    public private(set) lazy var extensions = FileExtensionStyles()
}

extension StyleTypes {
    static let fileInfo = StyleSection.type(
        StyleLayouts.fileInfo,
        further: [
            .property("Extension", "System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary") { value in
                (value.asObject(StyleSection.self) as? FileInfoStyles).map { .object($0.extensions) } ?? .null
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+FileInfoFormatting") { StyleTypes.fileInfo }
}
