using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class FacadeWriterTests : IDisposable
{
    private const string New = """
        { "region": [{ "x": 0.2, "y": 0.1 }, { "x": 0.8, "y": 0.1 }, { "x": 0.9, "y": 0.9 }], "floors": 20, "columns": 9,
          "placement": { "tilt": 30, "height": 3, "distance": 25, "fieldOfView": 50 } }
        """;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly DeviceId Tower1 = new("tower-1");
    private static readonly DeviceId Tower2 = new("tower-2");
    private static readonly string Sample = File.ReadAllText(Path.Combine(
        TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Configuration", "Samples", "falling-object-camera.json"));

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Section_is_replaced_and_not_a_byte_of_the_rest()
    {
        var file = Write(Sample);
        var before = FacadeText(Sample, 0);
        using (var edit = Writer(file).Prepare(Tower1, Draft(), Writer(file).Read(Tower1).Print))
        {
            edit.Commit();
        }

        var after = File.ReadAllText(file);
        var at = Sample.IndexOf(before, StringComparison.Ordinal);
        Assert.StartsWith(Sample[..at], after, StringComparison.Ordinal);
        Assert.EndsWith(Sample[(at + before.Length)..], after, StringComparison.Ordinal);
        var facade = Assert.IsType<FallingObjectCameraDescription>(HardwareReader.Read(file, _ => null).Devices[0]).Facade;
        Assert.Equal((20, 9), (facade.Calibration.Building.Floors, facade.Columns));
        Assert.Equal(Draft().Facade!.Canonical, facade.Canonical);
        Assert.Equal(Draft().Text("      "), FacadeText(after, 0));
    }

    [Fact]
    public void Second_device_is_found_by_its_id_and_the_first_left_alone()
    {
        var file = Write(Sample);
        Save(file, Tower2);
        var devices = HardwareReader.Read(file, _ => null).Devices.Cast<FallingObjectCameraDescription>().ToList();
        Assert.Equal([18, 20], devices.Select(device => device.Facade.Calibration.Building.Floors));
        Assert.Equal(FacadeText(Sample, 0), FacadeText(File.ReadAllText(file), 0));
    }

    [Fact]
    public void File_as_it_was_is_kept_beside_it()
    {
        var file = Write(Sample);
        var backup = Save(file, Tower1);
        Assert.Equal(Sample, File.ReadAllText(backup));
        Assert.Equal(Path.GetDirectoryName(file), Path.GetDirectoryName(backup));
        Assert.EndsWith(".bak", backup, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_copies_are_kept_and_other_files_left_alone()
    {
        var file = Write(Sample);
        var other = _folder.Write("hardware.json.mine.bak", "kept", OwnerOnly);
        List<string> backups = [];
        for (var i = 0; i < HardwareEdit.Backups + 3; i++)
        {
            backups.Add(Save(file, Tower1));
            _clock.Advance(TimeSpan.FromSeconds(i % 2)); // two within one second do not overwrite each other
        }

        Assert.Equal(backups.Distinct(StringComparer.Ordinal).Count(), backups.Count);
        Assert.Equal(HardwareEdit.Backups, backups.Count(File.Exists));
        Assert.True(File.Exists(backups[^1]) && File.Exists(other));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Fact]
    public void File_keeps_its_mode_and_a_link_stays_a_link()
    {
        var file = Write(Sample);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var link = Path.Combine(_folder.Path, "current.json");
        File.CreateSymbolicLink(link, file);
        Save(link, Tower1);
        Assert.Equal(file, File.ResolveLinkTarget(link, returnFinalTarget: true)!.FullName);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(file));
        Assert.Contains("\"floors\": 20", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_of_the_same_device_meanwhile_is_not_overwritten()
    {
        var file = Write(Sample);
        var print = Writer(file).Read(Tower1).Print;
        Write(Sample.Replace("\"floors\": 18,\n        \"floorHeight\": 2.9", "\"floors\": 17,\n        \"floorHeight\": 2.9", StringComparison.Ordinal));
        Refused(HardwareEditFault.Changed, () => Writer(file).Prepare(Tower1, Draft(), print));
        Assert.Contains("\"floors\": 17", File.ReadAllText(file), StringComparison.Ordinal);
        Writer(file).Prepare(Tower1, Draft(), print: null).Dispose();
    }

    [Fact]
    public void Change_of_another_device_meanwhile_stays_and_does_not_hinder()
    {
        var file = Write(Sample);
        var print = Writer(file).Read(Tower1).Print;
        Save(file, Tower2);
        using var edit = Writer(file).Prepare(Tower1, Draft(), print);
        edit.Commit();
        Assert.All(HardwareReader.Read(file, _ => null).Devices.Cast<FallingObjectCameraDescription>(), device => Assert.Equal(20, device.Facade.Calibration.Building.Floors));
    }

    [Fact]
    public void Change_between_checking_and_writing_is_not_overwritten()
    {
        var file = Write(Sample);
        using var edit = Writer(file).Prepare(Tower1, Draft(), print: null);
        Write(Sample + "\n");
        Refused(HardwareEditFault.Changed, () => edit.Commit());
        edit.Dispose();
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Edit_that_is_not_committed_leaves_nothing()
    {
        var file = Write(Sample);
        Writer(file).Prepare(Tower1, Draft(), print: null).Dispose();
        Assert.Equal(Sample, File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Faulty_draft_is_not_written()
    {
        var file = Write(Sample);
        var faulty = FacadeDraft.Read("{ \"floors\": 0 }"u8, 720);
        Refused(HardwareEditFault.Mistakes, () => Writer(file).Prepare(Tower1, faulty, print: null));
        Assert.Equal(Sample, File.ReadAllText(file));
    }

    [Fact]
    public void Mistake_elsewhere_in_the_file_is_named_and_nothing_written()
    {
        var file = Write(Sample.Replace("\"id\": \"tower-2\"", "\"id\": \"Tower 2\"", StringComparison.Ordinal));
        var refused = Refused(HardwareEditFault.Mistakes, () => Writer(file).Prepare(Tower1, Draft(), print: null));
        Assert.Contains("devices[1].id", refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("devices[1].id", refused.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_in_the_old_section_is_no_hindrance_and_a_section_that_is_lacking_is_put_in()
    {
        foreach (var old in (string[])["\"facade\": {}", "\"position\": { \"x\": 1, \"y\": 2 }"])
        {
            var file = Write($$"""
                { "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "C" } }, "buses": [],
                  "devices": [
                    {
                      "id": "tower-1", "kind": "falling-object-camera", "name": { "zh": "楼", "en": "T" },
                      "camera": { "url": "rtsp://127.0.0.1/x" },
                      {{old}}
                    }
                  ] }
                """);
            Save(file, Tower1);
            Assert.Equal(20, ((FallingObjectCameraDescription)HardwareReader.Read(file, _ => null).Devices[0]).Facade.Calibration.Building.Floors);
        }
    }

    [Fact]
    public void Device_on_one_line_stays_on_one_line()
    {
        var file = Write("""
            { "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "C" } }, "buses": [],
              "devices": [ { "id": "tower-1", "kind": "falling-object-camera", "name": { "zh": "楼", "en": "T" }, "camera": { "url": "a.mp4" }, "facade": {} } ] }
            """);
        Save(file, Tower1);
        Assert.Equal(2, File.ReadAllLines(file).Length);
    }

    [Fact]
    public void Byte_order_mark_and_windows_line_ends_are_kept()
    {
        var file = Write("\uFEFF" + Sample.ReplaceLineEndings("\r\n"));
        Save(file, Tower2);
        var bytes = File.ReadAllBytes(file);
        Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(20, ((FallingObjectCameraDescription)HardwareReader.Read(file, _ => null).Devices[1]).Facade.Calibration.Building.Floors);
    }

    [Fact]
    public void File_with_comments_is_read_and_said_not_to_be_usable()
    {
        var file = Write(Sample.Replace("\"buses\": [],", "// no buses\n  \"buses\": [],", StringComparison.Ordinal));
        Assert.NotNull(Writer(file).Read(Tower1).Text);
        var refused = Refused(HardwareEditFault.Mistakes, () => Writer(file).Prepare(Tower1, Draft(), print: null));
        Assert.Contains("line 4", refused.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_the_camera_s_also_in_a_file_with_mistakes()
    {
        var file = Write(Sample.Replace("\"floors\": 18", "\"floors\": 0", StringComparison.Ordinal));
        Assert.Equal(1080, Writer(file).Rows(Tower1));
        Assert.Equal(((FallingObjectCameraDescription)HardwareReader.Parse(Encoding.UTF8.GetBytes(Sample), "sample", _ => null).Devices[1]).Camera.Settings.Height, Writer(file).Rows(Tower2));
    }

    [Theory]
    [InlineData("{ \"devices\": [")]
    [InlineData("")]
    [InlineData("{ \"devices\": [ { \"id\": ")]
    public void What_is_no_JSON_is_said_plainly(string text) => Refused(HardwareEditFault.Unreadable, () => Writer(Write(text)).Read(Tower1));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"devices\": 3 }")]
    [InlineData("{ \"devices\": [ 1, [], { \"id\": 5 }, { \"name\": { \"id\": \"tower-1\" } } ] }")]
    public void File_without_the_device_is_said_plainly(string text) => Refused(HardwareEditFault.NoDevice, () => Writer(Write(text)).Read(Tower1));

    [Fact]
    public void File_that_is_away_or_read_only_is_said_plainly()
    {
        Refused(HardwareEditFault.Unreadable, () => Writer(_folder.File("absent.json")).Read(Tower1));

        // Root may write whatever the mode says; nobody can make a name that is too long for the folder.
        var file = _folder.Write(new string('h', 250), Sample, OwnerOnly);
        if (!Environment.IsPrivilegedProcess)
        {
            file = Write(Sample);
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        var refused = Refused(HardwareEditFault.NotWritable, () => Writer(file).Prepare(Tower1, Draft(), print: null));
        Assert.Contains(file, refused.Words.En, StringComparison.Ordinal);
        Assert.Equal(Sample, File.ReadAllText(file));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    private static HardwareEditException Refused(HardwareEditFault fault, Action edit)
    {
        var refused = Assert.Throws<HardwareEditException>(edit);
        Assert.Equal(fault, refused.Fault);
        Assert.NotEqual(refused.Words.Zh, refused.Words.En);
        return refused;
    }

    private static FacadeDraft Draft() => FacadeDraft.Read(Encoding.UTF8.GetBytes(New), 720);

    private static string FacadeText(string file, int index)
    {
        var at = -1;
        for (var i = 0; i <= index; i++)
        {
            at = file.IndexOf("\"facade\": ", at + 1, StringComparison.Ordinal);
        }

        at += "\"facade\": ".Length;
        return file[at..(file.IndexOf("\n      }", at, StringComparison.Ordinal) + "\n      }".Length)];
    }

    private FacadeWriter Writer(string file) => new(file, _ => null, _clock);

    private string Write(string text) => _folder.Write("hardware.json", text, OwnerOnly);

    private string Save(string file, DeviceId device)
    {
        using var edit = Writer(file).Prepare(device, Draft(), Writer(file).Read(device).Print);
        return edit.Commit();
    }
}
