import Interpreter

/// What PowerShell has on Windows alone: elsewhere these are names of programs.
public enum WindowsAliases {
    private static let aliases: [AliasInfo] = [
        ("cat", "Get-Content"), ("cp", "Copy-Item"), ("diff", "Compare-Object"), ("ls", "Get-ChildItem"), ("md", "mkdir"),
        ("mv", "Move-Item"), ("rm", "Remove-Item"), ("rmdir", "Remove-Item"), ("sleep", "Start-Sleep"), ("sort", "Sort-Object"),
        ("tee", "Tee-Object"), ("write", "Write-Output"),
    ].map { AliasInfo(name: $0.0, definition: $0.1) }

    /// A function there, too: its folder may be there already only with -Force.
    private static let mkdir = """
        param([string[]]$Path, [switch]$Force)
        New-Item -ItemType Directory -Path $Path -Force:$Force
        """

    public static func install(in engine: Engine) throws {
        engine.commands.add(aliases)
        engine.define(FunctionInfo(name: "mkdir", block: try ScriptBlock.parse(mkdir)), in: engine.global)
    }
}
