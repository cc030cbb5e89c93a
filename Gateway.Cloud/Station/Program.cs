using Gateway.Cloud.Station.Commands;

return await StationCommand.Create().Parse(args).InvokeAsync();
