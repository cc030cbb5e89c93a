using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles.Csv;

namespace Gateway.Edge.Tests.Access.Csv;

public sealed class CsvReaderTests
{
    [Fact]
    public void Quotes_commas_and_line_breaks_inside_fields_are_read_and_lines_counted()
    {
        var rows = CsvReader.Read("a,b\r\n\"x,\"\"y\"\"\r\nz\",\"\"\n\nlast,\r", 10).ToList();

        Assert.Equal([1, 2, 4, 5], rows.Select(row => row.Line));
        Assert.Equal(["x,\"y\"\r\nz", ""], rows[1].Fields);
        Assert.True(rows[2].IsBlank);
        Assert.Equal(["last", ""], rows[3].Fields);
        Assert.DoesNotContain(rows, row => row.IsBroken);
    }

    [Theory]
    [InlineData("a\"b,c\nnext,row", "next")]
    [InlineData("\"open,c\nnext,row", "next")]
    [InlineData("\"a\"b,c\nnext,row", "next")]
    public void A_quotation_mark_in_the_wrong_place_breaks_its_row_and_no_other(string text, string next)
    {
        var rows = CsvReader.Read(text, 10).ToList();

        Assert.True(rows[0].IsBroken);
        Assert.Equal((next, false, 2), (rows[1].Fields[0], rows[1].IsBroken, rows[1].Line));
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_it_holds()
    {
        var cells = Gen.Elements("", "a", "京A12345", ",", "\"", "\n", "\r\n", "=1+1", "'=x", "''", "-", "+86", "@x", "\t", "'", " ").ArrayOf(3).Select(parts => string.Concat(parts));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(7, 3),
            Prop.ForAll(cells.ArrayOf().Where(row => row.Length > 1).ToArbitrary(), row =>
            {
                var read = CsvReader.Read(CsvWriter.Write([row]), 10).ToList();
                return read.Count == 1 && !read[0].IsBroken && read[0].Fields.Select(CsvWriter.Restore).SequenceEqual(row, StringComparer.Ordinal);
            }));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void No_cell_that_is_written_begins_like_a_formula(string cell)
    {
        var written = CsvWriter.Write([[cell]]).TrimStart('"');

        Assert.StartsWith("'", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_neither_hang_nor_fail_the_reader()
    {
        var random = new Random(20260601);
        var alphabet = "\",\r\n京A1'= ;\0"u8.ToArray();
        for (var run = 0; run < 3000; run++)
        {
            var bytes = random.GetItems(alphabet, random.Next(200));
            if (run % 2 == 0)
            {
                random.NextBytes(bytes);
            }

            if (CsvText.Decode(bytes) is { } text)
            {
                var rows = CsvReader.Read(text, 500).ToList();
                Assert.True(rows.Count <= text.Length + 1);
            }

            var table = VehicleTable.Read(bytes, TimeZoneInfo.Utc);
            Assert.True(table.Faults.Count > 0 || table.Rows.Count == 0);
        }
    }

    [Fact]
    public void Utf8_with_and_without_mark_and_gb18030_are_told_apart_and_anything_else_is_refused()
    {
        const string text = "车牌,类别\r\n京A12345,住户\r\n";
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(text);

        Assert.Equal(text, CsvText.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, CsvText.Decode(CsvText.Encode(text)));
        Assert.Equal(text, CsvText.Decode(gb18030));
        Assert.Null(CsvText.Decode([0xFF, 0xFE, 0x41, 0x00]));
        Assert.Null(CsvText.Decode([0xEF, 0xBB, 0xBF, 0xC4]));
    }
}
