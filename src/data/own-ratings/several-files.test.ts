import { describe, expect, test } from 'vitest';
import { type Files, latin1, outcome, RATINGS, THREE, TWO, together, type Wanted, zipOf } from './files.fixture.ts';

describe('of several files', () => {
  test.each<readonly [string, Files, Wanted]>([
    [
      'books with a name of their own',
      {
        'ratings.csv': 'user_id,book_id,rating\n1,10,5\n2,10,4\n2,11,3\n',
        'books.csv': 'book_id,title\n10,Blue Book\n11,Red Book\n',
      },
      { count: 3, users: 2, movies: 2, titles: ['Blue Book', 'Red Book'], notes: [] },
    ],
    [
      'titles called names',
      { 'ratings.csv': RATINGS, 'movies.csv': 'id,name\n10,Ten\n11,Eleven\n' },
      { ...THREE, titles: ['Ten', 'Eleven'], notes: [] },
    ],
    [
      'titles that are none',
      { 'ratings.csv': RATINGS, 'movies.csv': 'a,b\n10,1\n' },
      { ...THREE, titles: ['Movie 10', 'Movie 11'] },
    ],
    ['an empty file of titles', { 'ratings.csv': RATINGS, 'movies.csv': '' }, { ...THREE, notes: ['unread-files'] }],
    [
      'users that cannot be read',
      {
        'ratings.dat': '1::10::5::978300760\n2::11::3::978300761\n',
        'movies.dat': '10::Ten (1990)::Drama\n11::Eleven::\n',
        'users.dat': '1::139564917\n',
      },
      { ...TWO, titles: ['Ten', 'Eleven'], notes: ['unread-files'] },
    ],
    [
      'Kaggle’s anime',
      {
        'rating.csv': 'user_id,anime_id,rating\n1,20,7\n2,24,9\n',
        'anime.csv':
          'anime_id,name,genre,type,episodes,rating,members\n20,Naruto,"Action, Comedy",TV,220,7.8,683297\n24,School,,TV,12,8.1,5\n',
      },
      { ...TWO, titles: ['Naruto', 'School'] },
    ],
    [
      'Kaggle’s MovieLens 20M',
      {
        'rating.csv': 'userId,movieId,rating,timestamp\n1,2,3.5,"2005-04-02 23:53:47"\n2,29,3.5,"2005-04-02 23:31:16"\n',
        'movie.csv': 'movieId,title,genres\n2,Jumanji (1995),Adventure|Children\n29,"City, The (1995)",Drama\n',
        'tag.csv': 'userId,movieId,tag,timestamp\n1,2,dark,"2009-04-24 18:19:40"\n',
        'link.csv': 'movieId,imdbId,tmdbId\n2,113497,8844\n',
      },
      { ...TWO, titles: ['Jumanji', 'City, The'], times: [1_112_486_027, 1_112_484_676], notes: [] },
    ],
    [
      'Book-Crossing',
      {
        'BX-Book-Ratings.csv': latin1(
          '"User-ID";"ISBN";"Book-Rating"\r\n"276725";"034545104X";"0"\r\n"276726";"0155061224";"5"\r\n',
        ),
        'BX-Books.csv': latin1(
          '"ISBN";"Book-Title";"Book-Author";"Year-Of-Publication"\r\n"034545104X";"Flesh \\"Tones\\"; a novel";"Rose";"2002"\r\n"0155061224";"Café";"Doe";"1991"\r\n',
        ),
        'BX-Users.csv': latin1('"User-ID";"Location";"Age"\r\n"276725";"köln";NULL\r\n"276726";"ulm";"18"\r\n'),
      },
      { ...TWO, titles: ['Flesh "Tones"; a novel', 'Café'] },
    ],
    [
      'HetRec Last.fm',
      {
        'user_artists.dat': 'userID\tartistID\tweight\n2\t51\t13883\n3\t52\t11690\n',
        'artists.dat': 'id\tname\turl\tpictureURL\n51\tDuran Duran\thttp://x\t\n52\tMorcheeba\thttp://y\t\n',
        'user_friends.dat': 'userID\tfriendID\n2\t275\n',
        'tags.dat': 'tagID\ttagValue\n1\tmetal\n',
        'user_taggedartists.dat': 'userID\tartistID\ttagID\tday\tmonth\tyear\n2\t52\t13\t1\t4\t2009\n',
      },
      { ...TWO, stars: [13883, 11690], titles: ['Duran Duran', 'Morcheeba'] },
    ],
    [
      'HetRec MovieLens',
      {
        'user_ratedmovies.dat':
          'userID\tmovieID\trating\tdate_day\tdate_month\tdate_year\n75\t3\t1\t29\t10\t2006\n78\t32\t4.5\t29\t10\t2006\n',
        'user_ratedmovies-timestamps.dat':
          'userID\tmovieID\trating\ttimestamp\n75\t3\t1\t1162160236000\n78\t32\t4.5\t1162160624000\n',
        'movies.dat': latin1(
          'id\ttitle\timdbID\tspanishTitle\tyear\n3\tGrumpier\t113228\tDos viejos gruñones\t1993\n32\tTwelve\t114746\tDoce\t1995\n',
        ),
      },
      { ...TWO, times: [1162160236, 1162160624], titles: ['Grumpier', 'Twelve'] },
    ],
    [
      'Goodbooks',
      {
        'ratings.csv': 'user_id,book_id,rating\n1,258,5\n2,4081,4\n',
        'books.csv':
          'book_id,goodreads_book_id,best_book_id,books_count,isbn,authors,original_publication_year,original_title,title,average_rating\n258,1,2,3,x,Zafón,2001.0,La sombra,The Shadow,4.2\n4081,1,2,3,y,Doe,1999.0,,Other,4\n',
        'to_read.csv': 'user_id,book_id\n9,8\n',
        'tags.csv': 'tag_id,tag_name\n0,-\n',
        'book_tags.csv': 'goodreads_book_id,tag_id,count\n1,30574,167697\n',
      },
      { ...TWO, titles: ['The Shadow', 'Other'] },
    ],
    [
      'MovieTweetings',
      {
        'ratings.dat': '1::0114508::8::1381006850\n2::0499549::0::1376753198\n',
        'movies.dat': '0114508::Species (1995)::Action|Horror\n0499549::Avatar (2009)::Action\n',
        'users.dat': '1::139564917\n2::17528189\n',
      },
      { ...TWO, stars: [8, 0], titles: ['Species', 'Avatar'] },
    ],
    [
      'Netflix’ titles',
      {
        'combined_data_1.txt': '1:\n101,3,2005-09-06\n102,5,2005-05-13\n2:\n101,4,2005-10-19\n',
        'movie_titles.csv': latin1('1,2003,Dinosaur Planet\n2,2004,Isle, The Café\n'),
      },
      { count: 3, users: 2, movies: 2, titles: ['Dinosaur Planet', 'Isle, The Café'] },
    ],
    [
      'MovieLens 100K with its splits',
      {
        'u.data': '1\t10\t5\t881250949\n2\t11\t3\t881250950\n',
        'u1.base': '1\t10\t5\t881250949\n',
        'u1.test': '2\t11\t3\t881250950\n',
        'u.info': '2 users\n',
      },
      TWO,
    ],
    [
      'ids with zeros in front on one side',
      { 'ratings.csv': 'userId,movieId,rating\n1,0010,5\n2,0011,3\n', 'movies.csv': 'movieId,title\n10,Ten\n11,Eleven\n' },
      { ...TWO, titles: ['Ten', 'Eleven'] },
    ],
  ])('%s: in a zip, and dropped together', async (_, files, wanted) => {
    expect(await outcome(await zipOf(files))).toMatchObject(wanted);
    expect(await outcome(together(files))).toMatchObject(wanted);
  });

  test('the order in which they are dropped does not matter, and all are named', async () => {
    const [a, b] = [
      together({ 'movies.csv': 'movieId,title\n10,Ten\n', 'ratings.csv': RATINGS }),
      together({ 'ratings.csv': RATINGS, 'movies.csv': 'movieId,title\n10,Ten\n' }),
    ];
    expect((await outcome(a)).titles).toEqual((await outcome(b)).titles);
    expect([a.name, b.name]).toEqual(['movies.csv and ratings.csv', 'ratings.csv and movies.csv']);
  });
});
