import CmdletKit

/// Set-Content.
typealias SetContent = WriteContent<SetMode>

enum SetMode: ContentMode {
    static let name = "Set-Content"
    static let aliases: [String] = []
    static let synopsis = "Writes a file anew, or what an entry of another drive holds."
    static let appends = false
    static let action = "Set Content"
    static let example = Example(
        "'x' | Set-Content /tmp/bulkhead-example.txt; Get-Content /tmp/bulkhead-example.txt; Remove-Item /tmp/bulkhead-example.txt",
        "One line.", output: "x")
}
