import CmdletKit

/// Add-Content: `WriteContent` that appends.
typealias AddContent = WriteContent<AddMode>

/// What Add-Content has of its own.
enum AddMode: ContentMode {
    static let name = "Add-Content"
    static let aliases: [String] = []
    static let synopsis = "Writes lines at the end of a file."
    static let description = """
        Keeps what the file holds and makes a file that does not exist. Takes values from the pipeline, each of which \
        becomes a line as its text; Out-File -Append writes objects as they are shown. A file that begins with a byte \
        order mark is continued in its encoding. Writes nothing unless -PassThru is given. Folders, and files in \
        folders that do not exist, are an error.
        """
    static let appends = true
    static let action = "Add Content"
    static let examples = [
        Example(
            """
            Add-Content /tmp/add-content.txt 'one', 'two'
            'three' | Add-Content /tmp/add-content.txt
            (Get-Content /tmp/add-content.txt).Count
            Remove-Item /tmp/add-content.txt
            """,
            "Three lines, in two steps.", output: "3"),
        Example(
            """
            Add-Content /tmp/add-content.bin 1, 2, 3 -AsByteStream
            (Get-Item /tmp/add-content.bin).Length
            Remove-Item /tmp/add-content.bin
            """,
            "Bytes.", output: "3"),
    ]
}
