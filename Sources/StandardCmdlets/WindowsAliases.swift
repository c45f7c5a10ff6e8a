import Interpreter

/// What PowerShell has on Windows alone: on Linux these names belong to programs.
public enum WindowsAliases {
    private static let aliases: [AliasInfo] = [
        ("ac", "Add-Content"), ("cat", "Get-Content"), ("clear", "Clear-Host"), ("compare", "Compare-Object"), ("cp", "Copy-Item"),
        ("cpp", "Copy-ItemProperty"), ("diff", "Compare-Object"), ("kill", "Stop-Process"), ("ls", "Get-ChildItem"),
        ("man", "help"),
        ("mount", "New-PSDrive"), ("mv", "Move-Item"), ("ps", "Get-Process"), ("rm", "Remove-Item"), ("rmdir", "Remove-Item"),
        ("sleep", "Start-Sleep"), ("sort", "Sort-Object"), ("start", "Start-Process"), ("tee", "Tee-Object"),
        ("write", "Write-Output"),
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
