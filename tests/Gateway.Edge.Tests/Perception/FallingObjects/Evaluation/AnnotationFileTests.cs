using EdgeGateway.Testing;
using Gateway.Edge.Perception.FallingObjects.Evaluation;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

public sealed class AnnotationFileTests : IDisposable
{
    private const string Header = "file,object,frame,cx,cy,w,h,note\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Objects_are_told_by_clip_and_name_in_the_order_of_frames()
    {
        var clips = Read(Header + "a.mp4,fall1,12,101,62.5,3,4,x\na.mp4,fall1,11,100,60,3,4,x\na.mp4,fall2,11,5,6,7,8,x\n\"b, c.mp4\",fall1,0,1,2,3,4,\"with, comma\"\n");

        Assert.Equal(["a.mp4", "b, c.mp4"], clips.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["fall1", "fall2"], clips["a.mp4"].Select(fall => fall.Name));
        Assert.Equal([new TruePoint(11, 100, 60, 3, 4), new TruePoint(12, 101, 62.5, 3, 4)], clips["a.mp4"][0].Points);
        Assert.False(clips["a.mp4"][0].IsMirror);
        Assert.Null(clips["a.mp4"][0].Floor);
    }

    [Fact]
    public void Mirror_images_are_known_by_name_or_note()
    {
        var falls = Read(Header + "a.mp4,reflection1,1,1,2,3,4,x\na.mp4,b,1,1,2,3,4,mirror image of fall1 in the glass\na.mp4,fall1,1,1,2,3,4,dropped\n")["a.mp4"];
        Assert.Equal([true, true, false], falls.Select(fall => fall.IsMirror));
    }

    [Fact]
    public void Floor_may_be_told_in_a_column_of_its_own()
    {
        var falls = Read("file,object,frame,cx,cy,w,h,note,floor\na.mp4,fall1,1,1,2,3,4,x,17\na.mp4,fall1,2,1,2,3,4,x,\na.mp4,fall2,2,1,2,3,4,x,\n")["a.mp4"];
        Assert.Equal([17, null], falls.Select(fall => fall.Floor));
    }

    [Fact]
    public void Folder_without_annotations_has_no_falls() => Assert.Empty(AnnotationFile.Read(_folder.Path));

    [Theory]
    [InlineData("a.mp4,fall1,x1,1,2,3,4,n", "line 2, column frame: expected a whole number from 0 to 10000000, found 'x1'")]
    [InlineData("a.mp4,fall1,-1,1,2,3,4,n", "line 2, column frame: expected")]
    [InlineData("a.mp4,fall1,1,,2,3,4,n", "line 2, column cx: expected a number")]
    [InlineData("a.mp4,fall1,1,1,NaN,3,4,n", "line 2, column cy: expected a number")]
    [InlineData("a.mp4,fall1,1,1,2,-3,4,n", "line 2, column w: expected a number from 0")]
    [InlineData("a.mp4,fall1,1,1,2,3,1e9,n", "line 2, column h: expected a number")]
    [InlineData(",fall1,1,1,2,3,4,n", "line 2, column file: must not be empty")]
    [InlineData("a.mp4,,1,1,2,3,4,n", "line 2, column object: must not be empty")]
    [InlineData("a.mp4,fall1,1,1,2,3,4", "line 2: 7 fields where the header has 8")]
    [InlineData("a.mp4,fall1,1,1,2,3,4,n\na.mp4,fall1,1,1,2,3,4,n", "line 3, column frame: fall1 is in frame 1 already")]
    public void Fault_names_file_line_and_column(string rows, string expected)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(Header + rows + "\n"));
        Assert.StartsWith(_folder.File("annotations.csv"), fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_column_and_contradicting_floors_are_named()
    {
        Assert.Contains("lacks the column(s) h", Assert.Throws<InvalidDataException>(() => Read("file,object,frame,cx,cy,w,note\n")).Message, StringComparison.Ordinal);
        var fault = Assert.Throws<InvalidDataException>(() => Read("file,object,frame,cx,cy,w,h,note,floor\na.mp4,fall1,1,1,2,3,4,x,17\na.mp4,fall1,2,1,2,3,4,x,18\n"));
        Assert.Contains("line 3, column floor: fall1 came from floor 17", fault.Message, StringComparison.Ordinal);
    }

    private IReadOnlyDictionary<string, IReadOnlyList<TrueFall>> Read(string text)
    {
        File.WriteAllText(_folder.File("annotations.csv"), text);
        return AnnotationFile.Read(_folder.Path);
    }
}
