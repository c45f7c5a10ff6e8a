import CmdletKit

/// Set-Content: `WriteContent` that replaces.
typealias SetContent = WriteContent<SetMode>

/// What Set-Content has of its own.
enum SetMode: ContentMode {
    static let name = "Set-Content"
    static let aliases: [String] = []
    static let synopsis = "Writes a file anew, or what an entry of another drive holds."
    static let description = """
        Replaces what the file holds and makes a file that does not exist. Takes values from the pipeline, each of which \
        becomes a line as its text; Out-File writes objects as they are shown. Text is UTF-8 without a byte order mark \
        unless -Encoding says otherwise, and lines end with a line feed. Writes nothing unless -PassThru is given. \
        Folders, and files in folders that do not exist, are an error.
        """
    static let appends = false
    static let action = "Set Content"
    static let examples = [
        Example(
            """
            1..3 | Set-Content /tmp/set-content.txt
            Get-Content /tmp/set-content.txt
            Remove-Item /tmp/set-content.txt
            """,
            "A line for each number.", output: "1\n2\n3"),
        Example(
            """
            Set-Content /tmp/set-content.txt 'a', 'b' -NoNewline
            (Get-Item /tmp/set-content.txt).Length
            Remove-Item /tmp/set-content.txt
            """,
            "A text without line ends.", output: "2"),
        Example("Set-Content Env:COLOUR blue; $env:COLOUR", "An environment variable.", output: "blue"),
    ]
}
