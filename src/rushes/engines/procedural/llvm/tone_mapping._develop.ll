; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 8f6a20b081cf60344cba083f561b4a21
; entry tone_mapping._develop.0(float32:3:C, float32:3:C, float32:1:C, float32:1:C, float32:1:C, float32:1:C, float32:2:C, int64, int64, float32:3:C, uint8:2:C, uint8:2:C, uint8:2:C) -> none
define void @tone_mapping._develop.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 24
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 56
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 80
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 112
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 136
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 160
  %14 = load ptr, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 168
  %16 = load i64, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 184
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 208
  %20 = load ptr, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 216
  %22 = load i64, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 224
  %24 = load i64, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 248
  %26 = load i64, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 264
  %28 = load ptr, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 280
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 288
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 320
  %34 = load ptr, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 328
  %36 = load i64, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 336
  %38 = load i64, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 360
  %40 = load ptr, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 376
  %42 = load i64, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 400
  %44 = load ptr, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 416
  %46 = load i64, ptr %45, align 8
  %47 = getelementptr i8, ptr %12, i64 4
  %48 = load float, ptr %47, align 4
  %49 = mul i64 %32, %30
  %50 = getelementptr float, ptr %28, i64 %49
  %51 = shl i64 %49, 3
  %52 = getelementptr i8, ptr %28, i64 %51
  %53 = ashr i64 %36, 1
  %54 = icmp slt i64 %53, 1
  br i1 %54, label %406, label %55
55:
  %56 = getelementptr i8, ptr %0, i64 256
  %57 = load i64, ptr %56, align 8
  %58 = getelementptr i8, ptr %0, i64 72
  %59 = load i64, ptr %58, align 8
  %60 = getelementptr i8, ptr %0, i64 16
  %61 = load i64, ptr %60, align 8
  %62 = ashr i64 %38, 1
  %63 = icmp slt i64 %62, 1
  %64 = mul i64 %59, %8
  %65 = icmp slt i64 %38, 1
  %66 = getelementptr float, ptr %52, i64 %32
  %67 = getelementptr i8, ptr %12, i64 8
  %68 = getelementptr i8, ptr %12, i64 20
  %69 = getelementptr i8, ptr %12, i64 24
  %70 = getelementptr i8, ptr %12, i64 28
  %71 = getelementptr i8, ptr %12, i64 32
  %72 = getelementptr i8, ptr %12, i64 36
  %73 = getelementptr i8, ptr %12, i64 40
  %74 = getelementptr i8, ptr %12, i64 44
  %75 = getelementptr i8, ptr %12, i64 48
  %76 = getelementptr i8, ptr %12, i64 52
  %77 = icmp slt i64 %16, 1
  %78 = icmp slt i64 %32, 1
  %79 = icmp slt i64 %57, 0
  %80 = select i1 %79, i64 %24, i64 0
  %81 = add i64 %80, %57
  %82 = icmp slt i64 %81, 0
  %83 = icmp slt i64 %81, %24
  %84 = getelementptr i8, ptr %12, i64 12
  %85 = getelementptr i8, ptr %12, i64 16
  %86 = getelementptr i8, ptr %12, i64 56
  %87 = getelementptr i8, ptr %12, i64 60
  %88 = getelementptr i8, ptr %12, i64 64
  %89 = getelementptr i8, ptr %12, i64 68
  %90 = getelementptr i8, ptr %12, i64 72
  %91 = getelementptr i8, ptr %12, i64 76
  %92 = getelementptr i8, ptr %12, i64 80
  %93 = getelementptr i8, ptr %12, i64 84
  %94 = getelementptr i8, ptr %12, i64 88
  %95 = mul i64 %61, %4
  %96 = getelementptr float, ptr %50, i64 %32
  %97 = shl i64 %32, 3
  %98 = getelementptr i8, ptr %50, i64 %97
  br label %217
99:
  %100 = add nuw i64 %218, 2
  %101 = icmp eq i64 %220, %53
  br i1 %101, label %406, label %217
102:
  %103 = add nuw nsw i64 %225, 1
  %104 = icmp eq i64 %62, %103
  br i1 %104, label %105, label %224
105:
  br i1 %65, label %106, label %240
106:
  %107 = shl nuw nsw i64 %219, 1
  br label %116
108:
  %109 = icmp eq i64 %118, %218
  br i1 %109, label %110, label %116
110:
  br i1 %63, label %99, label %111
111:
  %112 = mul i64 %219, %42
  %113 = getelementptr i8, ptr %40, i64 %112
  %114 = mul i64 %219, %46
  %115 = getelementptr i8, ptr %44, i64 %114
  br label %372
116:
  %117 = phi i64 [ %107, %106 ], [ %118, %108 ]
  %118 = add nuw nsw i64 %117, 1
  br i1 %65, label %125, label %119
119:
  %120 = mul i64 %95, %117
  %121 = getelementptr float, ptr %2, i64 %120
  br label %246
122:
  %123 = add nuw nsw i64 %247, 1
  %124 = icmp eq i64 %38, %123
  br i1 %124, label %125, label %246
125:
  %126 = getelementptr float, ptr %18, i64 %117
  %127 = load float, ptr %126, align 4
  %128 = load float, ptr %12, align 4
  %129 = load float, ptr %67, align 4
  %130 = load float, ptr %68, align 4
  %131 = load float, ptr %69, align 4
  %132 = load float, ptr %70, align 4
  %133 = load float, ptr %71, align 4
  %134 = load float, ptr %72, align 4
  %135 = load float, ptr %73, align 4
  %136 = load float, ptr %74, align 4
  %137 = load float, ptr %75, align 4
  %138 = load float, ptr %76, align 4
  br i1 %77, label %191, label %139
139:
  %140 = phi i64 [ %141, %139 ], [ 0, %125 ]
  %141 = add nuw nsw i64 %140, 1
  %142 = getelementptr float, ptr %14, i64 %140
  %143 = load float, ptr %142, align 4
  %144 = fadd float %127, %143
  %145 = fmul float %129, %144
  %146 = fmul float %144, 0x3FD99999A0000000
  %147 = fadd float %146, 0x3FE3333340000000
  %148 = fmul float %145, %147
  %149 = fsub float 1.000000e+00, %148
  %150 = fmul float %128, %149
  %151 = getelementptr float, ptr %50, i64 %140
  %152 = load float, ptr %151, align 4
  %153 = fmul float %152, %150
  %154 = getelementptr float, ptr %96, i64 %140
  %155 = load float, ptr %154, align 4
  %156 = fmul float %155, %150
  %157 = getelementptr float, ptr %98, i64 %140
  %158 = load float, ptr %157, align 4
  %159 = fmul float %158, %150
  %160 = fmul float %130, %153
  %161 = fmul float %131, %156
  %162 = fadd float %160, %161
  %163 = fmul float %132, %159
  %164 = fadd float %163, %162
  %165 = fcmp olt float %164, 0.000000e+00
  %166 = select i1 %165, float 0.000000e+00, float %164
  %167 = fcmp ogt float %166, 2.400000e+01
  %168 = select i1 %167, float 2.400000e+01, float %166
  %169 = fmul float %133, %153
  %170 = fmul float %134, %156
  %171 = fadd float %169, %170
  %172 = fmul float %135, %159
  %173 = fadd float %172, %171
  %174 = fcmp olt float %173, 0.000000e+00
  %175 = select i1 %174, float 0.000000e+00, float %173
  %176 = fcmp ogt float %175, 2.400000e+01
  %177 = select i1 %176, float 2.400000e+01, float %175
  %178 = fmul float %136, %153
  %179 = fmul float %137, %156
  %180 = fadd float %178, %179
  %181 = fmul float %138, %159
  %182 = fadd float %181, %180
  %183 = fcmp olt float %182, 0.000000e+00
  %184 = select i1 %183, float 0.000000e+00, float %182
  %185 = fcmp ogt float %184, 2.400000e+01
  %186 = select i1 %185, float 2.400000e+01, float %184
  %187 = tail call float @llvm.sqrt.f32(float %168)
  %188 = tail call float @llvm.sqrt.f32(float %177)
  %189 = tail call float @llvm.sqrt.f32(float %186)
  store float %187, ptr %151, align 4
  store float %188, ptr %154, align 4
  store float %189, ptr %157, align 4
  %190 = icmp eq i64 %16, %141
  br i1 %190, label %191, label %139
191:
  br label %262
192:
  %193 = icmp eq i64 %264, 3
  br i1 %193, label %212, label %262
194:
  %195 = phi i64 [ %196, %194 ], [ 0, %262 ]
  %196 = add nuw nsw i64 %195, 1
  %197 = getelementptr float, ptr %266, i64 %195
  %198 = load float, ptr %197, align 4
  %199 = fmul float %198, 0x408A20BD80000000
  %200 = fptosi float %199 to i32
  %201 = zext i32 %200 to i64
  %202 = getelementptr float, ptr %10, i64 %201
  %203 = load float, ptr %202, align 4
  %204 = getelementptr i8, ptr %202, i64 4
  %205 = load float, ptr %204, align 4
  %206 = fsub float %205, %203
  %207 = sitofp i32 %200 to float
  %208 = fsub float %199, %207
  %209 = fmul float %206, %208
  %210 = fadd float %203, %209
  store float %210, ptr %197, align 4
  %211 = icmp eq i64 %32, %196
  br i1 %211, label %192, label %194
212:
  %213 = add nsw i64 %117, %26
  %214 = icmp slt i64 %213, 0
  %215 = select i1 %214, i64 %22, i64 0
  %216 = add i64 %215, %213
  br i1 %82, label %350, label %351
217:
  %218 = phi i64 [ 2, %55 ], [ %100, %99 ]
  %219 = phi i64 [ 0, %55 ], [ %220, %99 ]
  %220 = add nuw nsw i64 %219, 1
  br i1 %63, label %105, label %221
221:
  %222 = mul i64 %64, %219
  %223 = getelementptr float, ptr %6, i64 %222
  br label %224
224:
  %225 = phi i64 [ 0, %221 ], [ %103, %102 ]
  %226 = mul i64 %225, %8
  %227 = getelementptr float, ptr %223, i64 %226
  %228 = shl i64 %225, 3
  %229 = getelementptr i8, ptr %28, i64 %228
  br label %230
230:
  %231 = phi i64 [ 0, %224 ], [ %232, %230 ]
  %232 = add nuw nsw i64 %231, 1
  %233 = getelementptr float, ptr %227, i64 %231
  %234 = load float, ptr %233, align 4
  %235 = fmul float %48, %234
  %236 = mul i64 %231, %32
  %237 = getelementptr float, ptr %229, i64 %236
  store float %235, ptr %237, align 4
  %238 = getelementptr i8, ptr %237, i64 4
  store float %235, ptr %238, align 4
  %239 = icmp eq i64 %232, 3
  br i1 %239, label %102, label %230
240:
  %241 = phi i64 [ %242, %240 ], [ 0, %105 ]
  %242 = add nuw nsw i64 %241, 1
  %243 = getelementptr float, ptr %52, i64 %241
  store float 0.000000e+00, ptr %243, align 4
  %244 = getelementptr float, ptr %66, i64 %241
  store float 0.000000e+00, ptr %244, align 4
  %245 = icmp eq i64 %38, %242
  br i1 %245, label %106, label %240
246:
  %247 = phi i64 [ 0, %119 ], [ %123, %122 ]
  %248 = mul i64 %247, %4
  %249 = getelementptr float, ptr %121, i64 %248
  br label %250
250:
  %251 = phi i64 [ 0, %246 ], [ %252, %250 ]
  %252 = add nuw nsw i64 %251, 1
  %253 = getelementptr float, ptr %249, i64 %251
  %254 = load float, ptr %253, align 4
  %255 = mul i64 %251, %32
  %256 = add i64 %255, %247
  %257 = getelementptr float, ptr %28, i64 %256
  %258 = load float, ptr %257, align 4
  %259 = fadd float %254, %258
  %260 = getelementptr float, ptr %50, i64 %256
  store float %259, ptr %260, align 4
  %261 = icmp eq i64 %252, 3
  br i1 %261, label %122, label %250
262:
  %263 = phi i64 [ %264, %192 ], [ 0, %191 ]
  %264 = add nuw nsw i64 %263, 1
  %265 = mul i64 %263, %32
  %266 = getelementptr float, ptr %50, i64 %265
  br i1 %78, label %192, label %194
267:
  %268 = phi i64 [ %269, %267 ], [ 0, %354 ]
  %269 = add nuw nsw i64 %268, 1
  %270 = getelementptr float, ptr %50, i64 %268
  %271 = load float, ptr %270, align 4
  %272 = getelementptr float, ptr %96, i64 %268
  %273 = load float, ptr %272, align 4
  %274 = getelementptr float, ptr %98, i64 %268
  %275 = load float, ptr %274, align 4
  %276 = fmul float %363, %271
  %277 = fmul float %364, %273
  %278 = fadd float %276, %277
  %279 = fmul float %365, %275
  %280 = fadd float %278, %279
  %281 = fmul float %366, %271
  %282 = fmul float %367, %273
  %283 = fadd float %281, %282
  %284 = fmul float %368, %275
  %285 = fadd float %283, %284
  %286 = fmul float %369, %271
  %287 = fmul float %370, %273
  %288 = fadd float %286, %287
  %289 = fmul float %371, %275
  %290 = fadd float %288, %289
  %291 = fmul float %280, 0x3FCB367A00000000
  %292 = fmul float %285, 0x3FE6E2EB20000000
  %293 = fadd float %291, %292
  %294 = fmul float %290, 0x3FB27BB300000000
  %295 = fadd float %294, %293
  %296 = fsub float %280, %295
  %297 = fmul float %362, %296
  %298 = fadd float %295, %297
  %299 = fcmp olt float %298, 0.000000e+00
  %300 = select i1 %299, float 0.000000e+00, float %298
  %301 = fcmp ogt float %300, 1.000000e+00
  %302 = select i1 %301, float 1.000000e+00, float %300
  %303 = fsub float %285, %295
  %304 = fmul float %362, %303
  %305 = fadd float %295, %304
  %306 = fcmp olt float %305, 0.000000e+00
  %307 = select i1 %306, float 0.000000e+00, float %305
  %308 = fcmp ogt float %307, 1.000000e+00
  %309 = select i1 %308, float 1.000000e+00, float %307
  %310 = fsub float %290, %295
  %311 = fmul float %362, %310
  %312 = fadd float %295, %311
  %313 = fcmp olt float %312, 0.000000e+00
  %314 = select i1 %313, float 0.000000e+00, float %312
  %315 = fcmp ogt float %314, 1.000000e+00
  %316 = select i1 %315, float 1.000000e+00, float %314
  %317 = fmul float %302, 0x3FCB367A00000000
  %318 = fmul float %309, 0x3FE6E2EB20000000
  %319 = fadd float %317, %318
  %320 = fmul float %316, 0x3FB27BB300000000
  %321 = fadd float %320, %319
  %322 = getelementptr float, ptr %52, i64 %268
  %323 = load float, ptr %322, align 4
  %324 = fsub float %316, %321
  %325 = fadd float %323, %324
  store float %325, ptr %322, align 4
  %326 = getelementptr float, ptr %66, i64 %268
  %327 = load float, ptr %326, align 4
  %328 = fsub float %302, %321
  %329 = fadd float %327, %328
  store float %329, ptr %326, align 4
  %330 = fmul float %321, 0x4004CCCCC0000000
  %331 = fsub float 1.000000e+00, %321
  %332 = fmul float %330, %331
  %333 = fadd float %332, 0x3FD6666660000000
  %334 = fmul float %361, %333
  %335 = fadd float %334, 0x3FDCCCCCC0000000
  %336 = fmul float %321, 2.190000e+02
  %337 = fadd float %336, 1.650000e+01
  %338 = getelementptr float, ptr %358, i64 %268
  %339 = load float, ptr %338, align 4
  %340 = fmul float %339, %335
  %341 = fadd float %337, %340
  %342 = fcmp olt float %341, 1.600000e+01
  %343 = select i1 %342, float 1.600000e+01, float %341
  %344 = fcmp ogt float %343, 2.350000e+02
  %345 = select i1 %344, float 2.350000e+02, float %343
  %346 = fptosi float %345 to i32
  %347 = trunc i32 %346 to i8
  %348 = getelementptr i8, ptr %360, i64 %268
  store i8 %347, ptr %348, align 1
  %349 = icmp eq i64 %38, %269
  br i1 %349, label %108, label %267
350:
  br label %351
351:
  %352 = phi i64 [ 0, %350 ], [ %81, %212 ]
  br i1 %83, label %354, label %353
353:
  br label %354
354:
  %355 = phi i64 [ %24, %353 ], [ %352, %351 ]
  %356 = mul i64 %216, %24
  %357 = getelementptr float, ptr %20, i64 %356
  %358 = getelementptr float, ptr %357, i64 %355
  %359 = mul i64 %117, %38
  %360 = getelementptr i8, ptr %34, i64 %359
  %361 = load float, ptr %84, align 4
  %362 = load float, ptr %85, align 4
  %363 = load float, ptr %86, align 4
  %364 = load float, ptr %87, align 4
  %365 = load float, ptr %88, align 4
  %366 = load float, ptr %89, align 4
  %367 = load float, ptr %90, align 4
  %368 = load float, ptr %91, align 4
  %369 = load float, ptr %92, align 4
  %370 = load float, ptr %93, align 4
  %371 = load float, ptr %94, align 4
  br i1 %65, label %108, label %267
372:
  %373 = phi i64 [ 0, %111 ], [ %374, %372 ]
  %374 = add nuw nsw i64 %373, 1
  %375 = shl nuw nsw i64 %373, 1
  %376 = getelementptr float, ptr %52, i64 %375
  %377 = load float, ptr %376, align 4
  %378 = or i64 %375, 1
  %379 = getelementptr float, ptr %52, i64 %378
  %380 = load float, ptr %379, align 4
  %381 = fadd float %377, %380
  %382 = fmul float %381, 0x403E2DCD00000000
  %383 = fadd float %382, 1.285000e+02
  %384 = getelementptr float, ptr %66, i64 %375
  %385 = load float, ptr %384, align 4
  %386 = getelementptr float, ptr %66, i64 %378
  %387 = load float, ptr %386, align 4
  %388 = fadd float %385, %387
  %389 = fmul float %388, 0x4041C7B060000000
  %390 = fadd float %389, 1.285000e+02
  %391 = fcmp olt float %383, 1.600000e+01
  %392 = select i1 %391, float 1.600000e+01, float %383
  %393 = fcmp ogt float %392, 2.400000e+02
  %394 = select i1 %393, float 2.400000e+02, float %392
  %395 = fptosi float %394 to i32
  %396 = trunc i32 %395 to i8
  %397 = getelementptr i8, ptr %113, i64 %373
  store i8 %396, ptr %397, align 1
  %398 = fcmp olt float %390, 1.600000e+01
  %399 = select i1 %398, float 1.600000e+01, float %390
  %400 = fcmp ogt float %399, 2.400000e+02
  %401 = select i1 %400, float 2.400000e+02, float %399
  %402 = fptosi float %401 to i32
  %403 = trunc i32 %402 to i8
  %404 = getelementptr i8, ptr %115, i64 %373
  store i8 %403, ptr %404, align 1
  %405 = icmp eq i64 %62, %374
  br i1 %405, label %99, label %372
406:
  ret void
}
declare float @llvm.sqrt.f32(float)
