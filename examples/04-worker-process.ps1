# Each running Hyper-V container has one worker process, whose user is the container, and each running container is a compute process.
#
#     sudo bulkhead -File examples/04-worker-process.ps1
#     bulkhead -Engine Simulated -File examples/04-worker-process.ps1

$all = @()
try {
    $all += New-Container -Name TST -ContainerImageName NanoServer -RuntimeType HyperV
    $all += New-Container -Name TST2 -ContainerImageName NanoServer -RuntimeType HyperV
    $all += New-Container -Name SHARED -ContainerImageName NanoServer
    $all | Start-Container

    Get-Container | Select-Object Name, RuntimeType, ContainerID | Where-Object { $_.RuntimeType -eq 'Hyperv' } | Format-Table
    Get-ComputeProcess | Format-Table
    Get-Process | Where-Object { $_.ProcessName -eq 'vmwp' } | Select-Object Id, ProcessName, UserName | Format-Table

    # The container, its compute process and its worker process go by one id.
    foreach ($con in $all) {
        $id = $con.ContainerId.ToString().ToUpper()
        $system = @(Get-ComputeProcess | Where-Object Id -eq $id)
        $worker = @(Get-Process | Where-Object UserName -eq $id)
        "$($con.Name), $($con.RuntimeType): $($system.Count) compute process, $($worker.Count) worker process"
    }
} finally {
    $all | Remove-Container -Force
}
