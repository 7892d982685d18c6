import type { RouteRegistrar } from '../../http/types';
import type { BoardService } from './BoardService';

/** The route of the stage board. */
export function createBoardRoutes(options: {
  board: BoardService;
}): RouteRegistrar {
  return (router, http) => {
    router.get('/lifecycle/board', async (req, res) => {
      const credentials = await http.credentials(req);
      http.sendWithEtag(
        req,
        res,
        await options.board.get(req.query, { credentials }),
      );
    });
  };
}
