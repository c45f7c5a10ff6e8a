# Creating a container of each kind: the only difference is -RuntimeType.
#
#     sudo bulkhead -File examples/01-create-container.ps1
#     bulkhead -Engine Simulated -File examples/01-create-container.ps1

$shared = $isolated = $null
try {
    $shared = New-Container -Name WINCONT -ContainerImageName WindowsServerCore -SwitchName "Virtual Switch"
    $isolated = New-Container -Name HYPVCON -ContainerImageName NanoServer -SwitchName "Virtual Switch" -RuntimeType HyperV
    $shared, $isolated | Select-Object Name, State, RuntimeType

    # Both are started, stopped and removed alike.
    $shared, $isolated | Start-Container -Passthru | Select-Object Name, State, RuntimeType
    $shared, $isolated | Stop-Container -Passthru | Select-Object Name, State, RuntimeType
} finally {
    $shared, $isolated | Where-Object { $_ } | Remove-Container -Force
}
